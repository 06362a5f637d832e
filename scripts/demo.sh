#!/usr/bin/env bash
# Installs what is missing and runs the whole workflow on a synthetic study area, one qgis_process call per algorithm.
#
#   bash scripts/demo.sh [--quick] [folder]
#
# --quick takes a smaller area and shorter training. The folder (default: demo, in the repository) is made anew; it ends
# with a QGIS project and an index.html.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
quick=""
demo=$root/demo
for argument in "$@"; do
    case $argument in
        --quick) quick=yes ;;
        -*) echo "Usage: bash scripts/demo.sh [--quick] [folder]" >&2; exit 2 ;;
        *) demo=$(realpath -m "$argument") ;;
    esac
done
bash "$root/scripts/setup.sh"
source "$root/scripts/environment.sh"

if [ -e "$demo" ] && [ ! -f "$demo/qgis_process.log" ] && [ -n "$(ls -A "$demo")" ]; then
    echo "$demo already holds other files; name an empty or new folder." >&2
    exit 1
fi
rm -rf "$demo"
mkdir -p "$demo"/{detection,factors,susceptibility,reports}
log=$demo/qgis_process.log
started=$SECONDS

stage() { printf '\n=== %s  (%d s so far)\n' "$1" $((SECONDS - started)); }

# Leaves out the list of inputs and results, which repeats the call; warnings and errors look like it and stay.
without_lists() { sed -u -E '/^(Inputs|Results)$/d; /^(WARNING|ERROR):/!{ /^[A-Z_0-9]+:\t/d }; /^-*$/d; s/^/  /'; }

# Prints the call so that it can be copied, runs it, keeps everything in the log and shows progress and messages.
landslide() {
    local name=$1
    shift
    printf '\n$ bash scripts/qgis_process.sh run landslide:%s' "$name"
    printf ' %q' "$@"
    printf '\n'
    { printf '\n$ landslide:%s' "$name" && printf ' %q' "$@" && printf '\n'; } >>"$log"
    if ! bash "$root/scripts/qgis_process.sh" run "landslide:$name" "$@" 2>&1 | tee -a "$log" | without_lists; then
        echo "landslide:$name failed; the log is $log" >&2
        exit 1
    fi
}

if [ "$quick" ]; then size=256 epochs=8 cnn_epochs=6; else size=512 epochs=20 cnn_epochs=12; fi
area=$demo/study_area factors=$demo/factors detection=$demo/detection susceptibility=$demo/susceptibility reports=$demo/reports
title="Landslide susceptibility of the synthetic study area" source="9x9 CNN, classes by natural breaks; no such place exists"

stage "1 Study area"
landslide checkenvironment --OUTPUT="$reports/environment.html"
landslide createstudyarea --SIZE=$size --SEED=1 --OUTPUT="$area"

stage "2 Landslide detection: learn on one valley, map another"
landslide createtrainingchips --INPUT="$area/scene_1.tif" --INVENTORY="$area/inventory_1.gpkg" \
    --CHIP_SIZE=128 --STRIDE=96 --OUTPUT="$detection/chips"
landslide traindetector --CHIPS="$detection/chips" --ARCHITECTURE=unet_se --EPOCHS=$epochs \
    --OUTPUT="$detection/detector.lsm" --REPORT="$reports/detector.html"
landslide matchradiometry --INPUT="$area/scene_2.tif" --REFERENCE="$area/scene_1.tif" --METHOD=histogram \
    --OUTPUT="$detection/scene_2_matched.tif"
landslide detectlandslides --INPUT="$detection/scene_2_matched.tif" --MODEL="$detection/detector.lsm" --MIN_AREA=900 \
    --OUTPUT="$detection/detected.gpkg" --PROBABILITY="$detection/probability.tif"

stage "3 Conditioning factors on one grid"
landslide terrainfactors --DEM="$area/dem.tif" --OUTPUT="$factors/terrain.tif"
landslide terrainfactors --DEM="$area/dem.tif" --FACTORS=slope --OUTPUT="$factors/slope.tif"
landslide cleaninventory --INPUT="$detection/detected.gpkg" --EXCLUSIONS="$area/water.gpkg" --SLOPE="$factors/slope.tif" \
    --MIN_SLOPE=8 --MIN_AREA=900 --OUTPUT="$demo/inventory.gpkg" --REMOVED="$detection/removed.gpkg"
landslide spectralindex --INPUT="$area/scene_2_before.tif" --INDEX=ndvi --RED=3 --NIR=4 --OUTPUT="$factors/ndvi.tif"
for feature in rivers roads faults; do
    landslide distancefactor --INPUT="$area/$feature.gpkg" --REFERENCE="$area/dem.tif" --OUTPUT="$factors/distance_to_$feature.tif"
done
landslide categoricalfactor --INPUT="$area/lithology.gpkg" --FIELD=lithology --REFERENCE="$area/dem.tif" \
    --OUTPUT="$factors/lithology.tif"
landslide rainfallfactor --INPUT="$area/rainfall.nc" --REFERENCE="$area/dem.tif" --OUTPUT="$factors/rainfall.tif"
landslide interpolatefactor --INPUT="$area/stations.csv" --FIELD=pga_g --METHOD=kriging --X_FIELD=x --Y_FIELD=y \
    --REFERENCE="$area/dem.tif" --OUTPUT="$factors/pga.tif" --REPORT="$reports/pga.html"
layers=()
for layer in terrain ndvi distance_to_rivers distance_to_roads distance_to_faults lithology rainfall pga; do
    layers+=(--LAYERS="$factors/$layer.tif")
done
landslide stackfactors "${layers[@]}" --LAYERS="$area/landcover.tif" \
    --REFERENCE="$area/dem.tif" --OUTPUT="$factors/all.tif"

stage "4 Samples and factor analysis: the test samples choose no factor"
landslide samplepoints --FACTORS="$factors/all.tif" --INVENTORY="$demo/inventory.gpkg" --SPLIT=spatial_blocks \
    --OUTPUT="$susceptibility/samples.gpkg"
landslide multicollinearity --FACTORS="$factors/all.tif" --SAMPLES="$susceptibility/samples.gpkg" \
    --TABLE="$reports/collinearity.csv" --REPORT="$reports/collinearity.html" --OUTPUT="$demo/factors.tif"
landslide frequencyratio --FACTORS="$demo/factors.tif" --INVENTORY="$demo/inventory.gpkg" \
    --TABLE="$reports/frequency_ratio.csv" --REPORT="$reports/frequency_ratio.html"

stage "5 Susceptibility"
for model in cnn random_forest xgboost; do
    extra=()
    if [ $model = cnn ]; then extra=(--EPOCHS=$cnn_epochs); fi
    landslide trainsusceptibility --FACTORS="$demo/factors.tif" --SAMPLES="$susceptibility/samples.gpkg" --MODEL=$model \
        "${extra[@]}" --VALIDATION=spatial_cv --OUTPUT="$susceptibility/$model.lsm" --METRICS="$reports/metrics_$model.csv" \
        --REPORT="$reports/susceptibility_$model.html"
    landslide applysusceptibility --FACTORS="$demo/factors.tif" --MODEL="$susceptibility/$model.lsm" \
        --OUTPUT="$susceptibility/susceptibility_$model.tif"
    landslide classifysusceptibility --INPUT="$susceptibility/susceptibility_$model.tif" --INVENTORY="$demo/inventory.gpkg" \
        --OUTPUT="$susceptibility/classes_$model.tif" --TABLE="$reports/classes_$model.csv" --REPORT="$reports/classes_$model.html"
done
landslide mapsheet --INPUT="$susceptibility/classes_cnn.tif" --DEM="$area/dem.tif" --TITLE="$title" --SOURCE="$source" \
    --OUTPUT="$demo/susceptibility_map.pdf"

stage "6 Explanation"
for model in xgboost cnn; do
    landslide shapdependence --MODEL="$susceptibility/$model.lsm" --FACTORS="$demo/factors.tif" \
        --SAMPLES="$susceptibility/samples.gpkg" --TABLE="$reports/shap_$model.csv" --REPORT="$reports/shap_$model.html"
done

stage "7 QGIS project and index"
export PYTHONPATH=$LANDSLIDE_PACKAGES:/usr/share/qgis/python/plugins QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES='*.warning=false'
"$QGIS_PYTHON" -W ignore "$root/scripts/demo_project.py" "$demo" "$title" "$source"
printf '\nDone in %d s.\n' $((SECONDS - started))
printf '  %-14s %s\n' "QGIS project:" "$demo/landslide_toolbox_demo.qgz" "Map to print:" "$demo/susceptibility_map.pdf" \
    "Index:" "$demo/index.html"
