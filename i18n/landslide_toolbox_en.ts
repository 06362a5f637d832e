<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>LandslideToolbox</name>
    <message>
      <source> %1 cells are landslide and none at once</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source> Left empty, the band of that name is taken</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source> – about {minutes} min left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source> – about {seconds} s left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 % of them lie outside the area of applicability: less like the training samples (dissimilarity above %2) than validation has tested</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 %2 (%3); bring both onto one grid with "Stack factors"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 %2 samples, %3 of them landslide cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 %2; it is needed for %3, and without it these cannot run: %4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 (%2) is not above %3 (%4)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 Empty: as the preset says</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 annotation files and none per split</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 annotation files for %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 cannot be rasterised: %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 cannot be reached through the proxy %2; check both, or choose a folder of wheels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 cannot be reached; check the network, give a proxy or choose a folder of wheels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 cannot be written or read (%2); choose another folder or free disk space</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 cannot be written to: %2; choose another folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 cannot be written to; choose another folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 cannot be written whole; free space on the disk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 cannot be written: %2; free space on the disk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 cannot be written; choose another folder or free disk space</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 cannot be written; name another folder with --folder or ask for the right to write there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 clusters of landslides were drawn</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 cover no cell's centre; each counts every cell it touches</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 covers %2 of the reference; the rest is nodata</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 depressions were breached</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 depressions were filled</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 factor%2 of %3: %4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 features are too far away to be put on the reference's projection and do not count</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 features touch %2 cells on and around the raster</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 folds were drawn by %2 for this validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 from %2 stations: root mean square error %3, bias %4%5, at %6 stations left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 has categories among the test samples that training never saw and that count as unknown: %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 has categories at samples that a model never saw and takes for unknown: %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 has categories that the model never saw and takes for unknown: %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 has cells of %2 m, the model learnt on cells of %3 m and knows landslides at that scale only; resample the scene to %4 m with "Warp (reproject)", or train a model on chips of this scene's cell size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 has no %2 that fits this Python and what QGIS carries; choose another build of PyTorch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 has no annotations for validation; %2 train pictures were taken for it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 has one annotation file for all pictures; they were split by picture into %2. Where pictures overlap, split them yourself</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 has one class only on the reference and cannot explain anything there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 holds few whole numbers; if they are classes, name it in CATEGORICAL</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 holds values that the field %2 does not have: %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 in %2; choose another scene</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 is 0 in all bands in a corner and declares no nodata value, so these cells count as image; if they are a collar, give it the nodata value 0 with "Translate (convert format)" and run again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 is 0 wherever the reference has values and explains nothing there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 is dominant in %2 % of the cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 is missing or damaged; install the plugin again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 is missing; give it a value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 is no factor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 is there twice</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 landslide cells have no elevation and were left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 landslide cells, %2 cells without landslides out of %3 candidates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 landslides are named by neither TRAIN_VALUES nor TEST_VALUES and only keep other cells away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 landslides, %2 km² in all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 learnt from other chips of the same scene, which may show the same landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 learnt from this scene, which flatters it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 lie where nothing is judged and do not count</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 mapped features make %2 landslides (those that share a cell count as one, so that no split parts them)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 members where %2 are expected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 months lack some of their steps and do not count</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 cells (%3) are valid in every factor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 cells did not change</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 cells have a susceptibility</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 cells with values are landslide (%3)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 features have no value in the field %3 and are %4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 features of %3 %4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 features of %3 repeat another one and were left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 landslide cells lack a factor and were left out (%3 landslides whole)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 landslide cells lie in the upper part of their landslide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 landslides are smaller than a cell (%3 m²): %4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 landslides lie beyond the raster and were left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 landslides lie outside the raster and do not count</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 polygons lie where SLOPE has no data; it removes none of them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 polygons stay, %3 go</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 samples lack a factor and were left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 samples lack a factor or lie outside the stack and were left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 samples share a cell of the stack: were they drawn on another grid?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 samples were drawn at random for this analysis</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 stations have no usable value or place and were left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of %2 stations lie outside the reference; they count as well</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of the cells lie outside the triangles of the stations and are nodata</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 of the reference has no rain value and is nodata</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 removes most: it lacks %2 cells, and leaving it out would win back %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 samples are explained against %2 training samples, whose average prediction is %3 (%4)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 samples where a factor has no value were left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 test samples were left out, because they must choose nothing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 values of %2 take the place of blocks: spatial_cv keeps them whole</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 was trained with the %2 chips, which flatters it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 where %2 is expected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 × %2 cells of %3 × %4, origin %5, %6</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1 − %2: %3, p = %4 (DeLong), %5 (DeLong by landslide), %6 (McNemar)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1%2: %3 cells, %4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1, %2 % of the landslide cells, %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1, such as unet_se</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1, validation score %2, best %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1, which PyTorch was built for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: %2 became %3; the reference has %4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: %2 chips with %3 outlines of landslides, %4 of the cells are landslide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: %2 chips, %3 of them with %4 landslides in all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: %2 landslide cells, %3 without</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: %2 of the cells have a value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: %2 of the cells lie in one class (%3), so it hardly tells places apart; cut it with METHOD quantile or with limits of your own in BREAKS</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: %2 steps from %3 to %4, stored in %5</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: %2 to %3 %4, %5 on the reference</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: %2 where %3 is expected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: %2 ± %3 % lost without it; AUC %4 ± %5 alone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: %2 × value %3, correlation %4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: AUC %2 (%3–%4)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: IoU %2, F1 %3, kappa %4, mask AP50 %5, %6 of the landslides found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: no station lies among the others, so how far the map is off cannot be told; add stations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: some classes have too few cells to expect a landslide (%2 in all), so their ratios say nothing: %3; cut it with METHOD quantile or with limits of your own in BREAKS</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1: up to %2 m</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1; choose one of them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1; left empty: what suits the model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1; train the model again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1; train the model again without this band</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1does not increase; write the limits from the lowest to the highest</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>%1is not a list of numbers; write them like 10, 20, 30.5</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>, %1 of the variance explained</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>--python (%1) is not QGIS's Python %2: it does not start, has another version or lacks GDAL's module osgeo; name the one QGIS runs and call it with the same version</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 Data</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>2 Detection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>3 Conditioning factors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>4 Factor analysis</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>5 Susceptibility</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>6 Explanation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>7 Chains</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>; %1 has no value at any landslide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>; new, from the mean of its filters: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>; no longer used: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A DEM on the grid of the stack, for upper_part; left empty: the factor altitude of the stack.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A detector trained before, to be trained on with these chips. Bands are matched by name; there may be more or fewer. Gives the network, too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A model file written by Train susceptibility model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A new folder, or one of an earlier run.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A place whose prediction the report shows factor by factor; left empty: the sample with the highest susceptibility.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A raster of classes from Classify susceptibility.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A stack with the factors of all models, found by name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A stack with the factors of the model, of the training area or of another one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A stack with the factors of the model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A template of your own. Its items with the ids title, map, legend, table, table_title, scale_bar, notes and credits are filled; all others stay as they are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>AUC by %1 over %2 draws of cells without landslides: %3 ± %4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>AUC with all %1 factors: %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accumulating flow</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accuracy of cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accuracy of cells, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Added after scaling; −0.1 for Sentinel-2 products since 2022. Left empty: the raster's own offset, or 0.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Aggregate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All landslides of the scene, or of the area to judge.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Apple GPU (mps)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Apply every model to the whole stack and compare classes and scatter; switch it off for a quick look at the metrics alone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Apply susceptibility model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Area %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Area km²</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Area of applicability</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Area to judge</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Area to search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Area under the ROC curve of the validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Area under the success-rate or prediction-rate curve: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Augmentation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Average precision of cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Average precision of cells, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Backbone weights</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Background samples</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Band %1 of %2 is labelled alpha (transparency) but holds more than yes and no, so it counts as data, not as a mask; leave it out where that is wrong</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Band ratio</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bands differ from those of the initial model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bands of the scene that play the model's bands, in the model's order; found by name or order when left empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bands take over the filters of the initial model: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bands to take, in this order; all but a mask of transparency (alpha) when left empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Batch size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Best of %1 trials: %2; AUC %3 on its folds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Best of the search: trial %1 with %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Blue band</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Breaching depressions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Breaks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Brings rasters and factor stacks onto the grid of the reference and into one factor stack, which every later step takes. Names, kinds, units and labels are kept.

Layers whose cells already lie on the reference pass unchanged, bit for bit. Others are reprojected and resampled: classes and aspect by the nearest cell, continuous factors averaged when their cells are at least twice as fine, otherwise bilinear. A band called aspect is taken for degrees.

The log says for each layer what came in and what was done, how many cells are valid in every factor, and which layer removes most. A factor that is constant or nodata all over is refused.

Every layer is read twice. Memory does not grow with the raster; Cancel keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Buffer (m)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO AP of boxes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO AP of boxes at IoU 0.5</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO AP of boxes at IoU 0.5, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO AP of boxes at IoU 0.75</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO AP of boxes at IoU 0.75, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO AP of boxes, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO AP of masks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO AP of masks at IoU 0.5</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO AP of masks at IoU 0.5, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO AP of masks at IoU 0.75</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO AP of masks at IoU 0.75, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO AP of masks, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO AR of boxes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO AR of boxes, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO AR of masks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO AR of masks, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>COCO chips and average precision</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>CSV files (*.csv)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Calibration</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancelled.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancelled: no output was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancelled: nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Categorical factor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Categorical factors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cell size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cells a side</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cells farther away get this distance. Left empty: no limit.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cells from one chip to the next; half the chip size when left empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cells of the DEM along each side, %1 to %2; a cell is 30 m, so 512 make 15 km. Images have three times as many</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cells of the DEM along each side, 64 to 1024; a cell is 30 m, so 512 make 15 km. Images have three times as many.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cells read together</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cells that are nodata in the reference are nodata in the factor.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cells that are nodata in the reference are nodata in the factor; they can be measured all the same.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cells without landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cells without landslides per landslide cell</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Changes the values of a scene so that they look like those of another, band by band, before a detector that was trained on the other one sees it.

histogram gives each value the one with the same share of cells below it in the reference. The scenes may lie apart, but should show the same kinds of ground in like shares.

pif finds the cells that did not change between two scenes of one place by iteratively re-weighted multivariate alteration detection, and puts a line through them for each band by orthogonal regression. Landslides, clouds and fields that changed do not count.

The output has the grid, data type, nodata value and band names of the scene; values beyond the data type are cut. Scenes are read two or three times; memory does not grow with them. Cancel keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check environment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check environment…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checked on %1 cells: the gap is at most %2 (%3)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checked: average plus SHAP values differ from the prediction by at most %1 (%2)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checkpoint</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chip size (cells)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chips per step; halved with a note when the memory does not suffice</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chips per step; halved with a note when the memory does not suffice. Empty: as the preset says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose names</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Class numbers from 1 (lowest), 0 where the map has no value; with colour table, attribute table and style.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Class weights</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classes of %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classes of each map.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classes of every continuous factor without limits of its own, 2 to 50.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classify susceptibility</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Classifying</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clean inventory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cleaned inventory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Clusters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare susceptibility models</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare the maps too</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Comparing cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Comparing landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Comparing with %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Comparison of the maps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compute on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Computing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Computing %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Continuous factors are cut at natural breaks, the exact optimum (Fisher–Jenks) over all cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Continuous factors are cut at the limits of BREAKS</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Continuous factors are cut into classes of equal area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Continuous factors are cut into classes of equal width</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Coordinate system: {name} ({code})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Coordinates of a table without geometry</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Counting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Counting landslide cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create synthetic study area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create training chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Crossing flat ground</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cuts a scene with mapped landslides into square chips from which a detector learns, and splits them into training, validation and test chips.

The split is by place: validation and test get territories of their own, no landslide has cells in two splits, and no cell of a chip is in a chip of another split. Chips across a border are left out; territories are drawn so that few are. Chips without landslides are added by Negatives per positive chip.

The folder holds images (type, bands and nodata of the scene), masks (1 landslide, 0 not, 255 nodata), annotations in COCO format and dataset.json with the statistics of the training chips. The inventory may be in any coordinate reference system; invalid and 3-D geometries are repaired for the run, with a note in the log. Some hundred chips are written per second; Cancel keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cuts a susceptibility map into classes from very low to very high and, with an inventory, says how much of the area and of the landslides each class holds.

OUTPUT is a raster of class numbers from 1 (lowest) with colours, attribute table and style. TABLE has area, landslide area, frequency ratio and landslide density per class; the frequency ratio should rise from class to class, and a warning says where it does not. REPORT adds a map, figures and the curve of how many landslides lie in the most susceptible part of the area: the success rate with the landslides of the training, the prediction rate with others.

Natural breaks are the exact optimum over all cells. The map is read two or three times in pieces, so memory does not grow with it; 10 million cells take a few seconds. Cancel keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cuts every factor of a stack into classes and says how landslides fall on them: frequency ratio (share of the landslide cells in a class over its share of the area), weights of evidence with contrast and studentised contrast, and information value.

TABLE has one row per class; REPORT adds a figure per factor. OUTPUT is the stack recoded to the frequency ratio of the classes and scaled to 0–1, which makes factors of every kind comparable. Directions are cut into eight sectors and flat ground, categories are classes as they are.

The stack is read two to four times in pieces, so memory does not grow with it. Cancel keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>DEM</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>DeepLIFT (rescale rule, Shapley values at max-pools) against every background patch, averaged, in log-odds; attributions are summed over the window and over the encoded columns of a factor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Deepest tree; left empty: what suits the model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Denominator of the ratio</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Depressions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Depressions were left as they are</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Depth of trees</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Derives a factor from a multispectral scene: NDVI = (NIR − R) / (NIR + R), NDWI = (G − NIR) / (G + NIR), BSI = ((SWIR + R) − (NIR + B)) / ((SWIR + R) + (NIR + B)), or the ratio of any two bands.

With further dates the index is computed per date and the maximum or median over the dates is kept; a date that is nodata in a cell (cloud, say) is left out there. Cells where the denominator is zero become nodata, and reflectance below zero, which haze correction leaves, counts as zero in the three normalised differences.

The output is a factor stack of one band on the grid of the scene. Memory does not grow with the scene; Cancel keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Derives up to ten conditioning factors from a DEM and writes them as one factor stack. The bands: altitude (m), slope (degrees), aspect (degrees clockwise from north, -1 where flat), plan and profile curvature (1/m, positive where convex), relief (highest minus lowest height in a window, m), roughness (surface over plan area), terrain ruggedness index (Riley et al. 1999, m), topographic wetness index ln(a / tan b) and stream power index a · tan b (m), where a is the upslope area per metre of contour and tan b is at least 0.001.

Cells at the edge of the map and beside cells without data get values as with gdaldem -compute_edges. Upslope area counts only what lies on the DEM: use one that covers whole catchments.

Takes seconds for ten million cells; the wetness and stream power indices need the whole DEM in memory (the log says how much before it starts), the other factors do not. Cancel leaves no output.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Deriving terrain factors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Detect landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Detecting and cleaning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Detector</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Distance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Distance around the layers without landslides that belongs to them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Distance factor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Distance kept from landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Dominant factor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Draw cells without landslides only where every factor lies within the range seen at landslides, so that the model does not learn what is obvious (plains, glaciers).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Draw cells without landslides only where the factor slope is at least this, in its units; 0: anywhere.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drawing cells without landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drawing landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drawing outlines</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drawing splits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Drawing the scene</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Draws cells with and without landslides from a factor stack and says which are for training and which for testing.

A landslide is never split: mapped features that share a cell count as one and stand on one side. With spatial_blocks whole squares of the map go to one side, which tells how a model does where it has seen nothing; with random it does only as well as neighbours resemble each other. Landslides smaller than a cell keep one cell. Cells without landslides keep BUFFER away from every landslide.

The output has a point per cell with the fields landslide (1 or 0), landslide_id, fold (1, 2, …; 0 for test), split (train or test), block (the number of its square, cluster or value of FIELD) and draw (1, 2, … with REPEATS; 0 for landslides, which belong to every draw). The report maps the test part and the folds. The factor stack is read once, in windows; cancelling writes nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>EXCLUSIONS: %1 has lines or points, which exclude nothing without BUFFER</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>EXCLUSIONS: %1 holds no shapes and excludes nothing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each factor as the frequency ratio of its classes, scaled so that the lowest becomes 0 and the highest 1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Elevation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Encoding</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ensemble, weights and probabilities</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Environment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Epoch %1 of %2: loss %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Epochs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Epochs at most</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Epochs or boosted trees without progress after which training stops; 0: never, all are run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Epochs or boosted trees without progress after which training stops; 0: never, all are run; left empty: what suits the model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Epochs without a better validation score after which training ends early; 0 never ends early</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Epochs without a better validation score after which training ends early; 0 never ends early. Empty: as the preset says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Epochs: %1; the weights of epoch %2 were kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Equal intervals between the lowest and the highest value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Eroding the relief</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Evaluate detector</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Evaluating chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every package works.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Exclusion</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Explained is the model before its calibration curve</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Explaining</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Explains a susceptibility model: how much each factor moves the prediction at a place away from the average over training samples (SHAP values), in log-odds, or for a random forest in probability.

REPORT shows which factors matter, how the effect of each goes with its own value and which other factor changes it, and one place factor by factor. TABLE has the values of every sample. OUTPUT maps the contribution of each factor, DOMINANT the factor that contributes most to each cell.

Trees are explained exactly; networks by DeepLIFT, summed over the surroundings of a cell. Every run checks that average and SHAP values add up to the prediction, within 0.001. Samples take seconds to a minute. A map explains every cell as if it were a sample, so that of a large area can take hours. The cost grows with BACKGROUND. Cancel works at any time and keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Export detector to ONNX</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>F1 of cells, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>F1 of landslides at mask IoU 0.5</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>F1 of landslides at mask IoU 0.5, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Factor stack</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Factor stack on the grid of the DEM.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Factors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Factors from the DEM</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Factors to draw</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Factors used</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Factors with a larger variance inflation factor are candidates to be dropped; 5 and 10 are usual.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Faults</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Features</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Features are put on cells this many times finer: 1 measures to the reference's own cells, 2 brings the error below half a cell, 4 below a fifth.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Field of the lithology</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Field of the measured value. Rows without a number in it are left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Field of the polygons that holds the class, text or number.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Field of the polygons that holds the class, text or number. Not needed for a raster.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Field of x or longitude</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Field of y or latitude</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Field that splits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File that keeps the state after each epoch, also when the run is cancelled: the same run with the same file goes on from there and gives the result of an uninterrupted one. Removed when the training is complete.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>File with weights of torchvision's resnet18, resnet50 or vgg13_bn for the network's backbone. Nothing is downloaded; random weights when left empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files chosen: {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files gone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Files in %1 are still in use: close QGIS and remove it once more, from the terminal, to free the disk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fills in what is left empty below. standard: U-Net with squeeze-and-excitation, 40 epochs. moxi: Mask R-CNN ResNet-50 on 512-cell chips, 100 epochs. yixian: dice and focal loss, 128-cell chips, 50 epochs. zhangjiajie: attention U-Net, focal loss, Adam, batches of 4, 128-cell chips, 50 epochs, after a search of 30 trials.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Finding class limits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Finding flow directions</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Finds factors that others already explain (variance inflation factor, tolerance, correlations), measures how much a random forest needs each factor to tell landslides from other cells, and selects factors: among those over the limit the least important is dropped, until none is over it.

TABLE has one row per factor, REPORT adds the figures and every step of the selection, SELECTED are the names of the factors kept, and OUTPUT is the stack of these.

Looks at training samples, or at landslide cells and as many others drawn from an inventory, at most 5,000 of each kind; takes half a minute. Cancel keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Finds the landslides in a scene with a model from Train detector and draws them as polygons.

Each polygon has a score (mean probability of its cells), area_m2, perimeter_m, length_m and width_m (sides of the smallest rectangle around it), class and source. Outlines are simplified by at most half a cell. Cells without data never become landslide.

The network looks at overlapping windows of the size of its training chips, and predictions blend where windows overlap, so the result does not depend on Cells read together. Bands are matched by name where scene and model have names, otherwise by order, and normalised with the statistics of the training chips.

About one to five million cells a minute on two processor cores, a hundred times that on a GPU; memory does not grow with the scene. Cancel keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fine-tuned detector</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Finished before, and kept: {files}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fitting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Flow</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Flow is routed over the whole DEM at once: about %1 MB of memory, at most %2 MB</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Focal alpha</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Focal gamma</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fold %1 holds one class only and was merged with fold %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder made by Create training chips, or a COCO data set of PNG, JPEG or TIFF pictures, such as Labelme's converter writes: annotations/train.json, val.json and test.json, or one annotations.json for all, and the pictures.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder of chips, or COCO data set, to judge by; or give a scene and its inventory.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder of wheels</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For a table without geometry, such as EPSG:4326 for degrees. Left empty: that of the reference.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For a table without geometry: the field that holds %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For a table without geometry: the field that holds x or longitude.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For a table without geometry: the field that holds y or latitude.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For how many of the most important factors the report shows the dependence.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For manual: the limits between the classes, such as 0.2, 0.4, 0.6, 0.8. For landslide_share: the percentage of the landslides in each class, the highest class first, such as 50, 25, 15, 7, 3; left empty: equal shares.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For values above 0 that spread over orders of magnitude: their logarithms are interpolated and turned back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Frequency ratio</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Frequency ratios</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From PyTorch's index %1 for torch and torchvision, from pip's usual index for the others</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From pip's usual index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From the wheels in %1, without a network</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Further dates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Further factors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Further settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Further settings as JSON, for example {"weight_decay": 0.05, "balanced": true, "penalty": 0.1}; a wrong name lists all there are. What is set by a parameter too must have the same value here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Goes from an inventory, a DEM and whatever base maps there are to a susceptibility map, its classes and its explanation: derives conditioning factors, stacks them, draws samples by spatial blocks, drops factors that others explain, takes the frequency ratios, trains and validates a model, maps and classifies susceptibility, and explains the model.

The DEM gives the grid. What is left empty of the other inputs is left out. The test samples choose no factor and teach nothing. Everything else is as in the algorithms of the same names, which offer more settings when run one by one. The model opens in QGIS's modeler, to be changed there: resources/chains/inventorytosusceptibility.model3 in the plugin's folder.

A random forest takes minutes for a million cells, networks much longer without a GPU. Cancel stops within seconds; outputs that are complete by then are kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Going on after epoch %1, kept in %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gradient</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Green band</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Grouping cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Growing trees</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Growing vegetation and fields</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Heights in metres on a grid in metres (a projected CRS such as UTM); the first band is used.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Heights in metres; gives each landslide slope_deg (mean), aspect_deg (mean direction) and relief_m.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Heights whose relief shows through the classes; left empty: no relief.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How continuous factors are cut. natural_breaks: classes that differ least inside; quantile: equal areas; equal_interval: equal steps of value; manual: the limits of BREAKS.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How long a scale bar has to be on this map cannot be told, so it is left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How many cells a network sees across (9 for cnn)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How many cells a network sees across (9 for cnn); left empty: what suits the model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How many cells of a row are read and computed together: more can be faster on a GPU and takes more memory. The result stays the same.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How many cells without landslides are drawn for each landslide cell.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How many chips without landslides to add for each chip with landslides.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How many choices of settings to try on three folds of the training samples before the training. What is set otherwise than the model's own stays as it is set. 0: no search.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How many classes, 2 to 20.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How many training samples, drawn at random, make up the average that predictions are compared with.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How much the focal loss turns to hard cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How much the focal loss turns to hard cells. Empty: as the preset says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How often a network sees all samples at most; it stops when it no longer learns</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How often a network sees all samples at most; it stops when it no longer learns; left empty: what suits the model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How often a network sees all samples at most; left empty: as in training.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How often cells without landslides are drawn, each time others. A model trained on several draws is an ensemble with a member per draw, whose spread tells how much depends on the draw.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How rain is put on finer cells: bilinear, or cubic, which is smoother and cut at 0. Cells that already lie on the reference pass unchanged; bilinear averages cells at least twice as fine.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How scores become probabilities among the samples: platt, a logistic curve; isotonic, rising steps, for many samples; none: as they are. Fitted on held-out folds, stored in the model and applied in maps.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How slope, aspect and what follows from them are derived: Zevenbergen &amp; Thorne from the four nearest neighbours, or Horn, smoother, from all eight. Curvature is always Zevenbergen &amp; Thorne's.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How strongly weights are pulled to zero</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How strongly weights are pulled to zero. Empty: as the preset says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How unlike the training samples each cell is (band dissimilarity: distance in the factors that matter to the model, 1 is the mean distance between training samples), and whether it is within what validation has tested (band applicable, 1 or 0). Where it is 0 the map should not be believed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How weights follow the gradient</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How weights follow the gradient. Empty: as the preset says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>INPUT: %1 holds no polygons, so there is nothing to clean</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>INVENTORY (%1) does not count without the maps; switch MAPS on to use it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Image or other raster of 1 to 16 bands.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Image with the bands the model was trained on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Imagery to inventory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In how many parts the training samples are divided for cross-validation.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In place of %1, which serves until the new one is complete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In place of samples: landslide cells and as many others are drawn.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Initial model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Install</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Install packages…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Installing …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Interpolate factor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Interpolate logarithms</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Interpolated factor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Interpolating</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Into: %1; it takes up to %2 GB, %3 GB are free there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Inventory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Inventory of the scene</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Inventory to susceptibility</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>IoU of cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>IoU of cells, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its files have been moved or deleted. Run it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Jackknife of factors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Judge on chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kappa of cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kappa of cells, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Landslide Toolbox: packages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Landslide cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Landslide cells are those</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Landslide cells that do not count, because a factor has no value there: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Landslide inventory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Landslide models (*.lsm)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Landslide polygons to clean.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Landslide probability</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Landslide samples</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Landslide susceptibility</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Landslide workflow</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Landslides %</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Landslides as polygons or points.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Landslides to count in the classes of each map; best those that no model was trained on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Largest distance (m)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Layers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Layers without landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Laying roads</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Layout template</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learning rate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Learning-rate schedule</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Least area (m²)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Least compactness</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Least landslide cover</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Least mean slope (°)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Least slope of cells without landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Leave cells empty where the reference is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Left empty: distance_to_ and the name of the layer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Left empty: rainfall.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Left empty: the name of the field, or of the raster.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Left empty: the name of the field.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Left empty: the name of the index, for a ratio followed by its bands.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Left out: %1 chips across the border of two splits, %2 with less landslide than MIN_COVER, %3 whose landslides lie on nodata or outside the mapped area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Licence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Limits at set shares of the landslide cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Limits of single factors, whatever the method, such as slope: 0, 10, 20, 30, 35; aspect: sectors. A value at a limit belongs to the class above it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Limits set by hand</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lines, polygons or points to measure the distance to; reprojected to the reference where needed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lists the versions of QGIS, GDAL, Python and every package the toolbox uses, the folders of profile, plugin and packages, memory and graphics cards, and what each missing or broken package disables.

The log holds the same as one block of text to copy into a question or a bug report; your home folder is shortened to ~. Nothing is installed or changed; it takes a few seconds. Packages are installed from the menu Plugins ▸ Landslide Toolbox ▸ Install packages…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lithology</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loading packages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Log</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking at the layers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking at the packages …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking for cells that did not change</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking for classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking for landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Loss</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Made with Landslide Toolbox {version} for QGIS.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Made {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Makes a factor of classes from a field of polygons, such as lithology, or from a raster of classes, such as land cover. Classes can be merged and renamed on the way by a table.

A cell has the class of the polygon that holds its centre; where polygons overlap the last one counts. Cells that no polygon covers are nodata, and the log says how many. Whole numbers keep their value; texts are numbered from 1 in the order of the alphabet, over the whole layer, so that one layer gives the same codes in every area.

The output is a factor stack of one band on the grid of the reference, with the labels in its metadata and in an attribute table. Memory does not grow with the raster; Cancel keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Makes a factor of the distance in metres from each cell of the reference raster to the nearest line, polygon or point; inside polygons it is 0. Features beyond the raster count, so give faults and rivers wider than the study area.

The distance is exact and Euclidean, from the centre of the cell to the centre of the nearest cell the features touch. It differs from the distance to the geometry itself by at most 0.71 of a cell; oversampling divides that.

The output is a factor stack of one band on the grid of the reference, which must be projected in metres. A raster of 4,000 × 4,000 cells takes less than a minute; memory grows with the length of the features, not with the raster. Cancel keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Makes a factor of values measured at stations, such as peak ground acceleration or rain: from points, or from a table (CSV, spreadsheet, GeoPackage) with coordinates. Every station counts at every cell, also those beyond the raster.

The log and the report say how far the map is off: each station is predicted from all others (leave-one-out) and compared with what was measured there.

The output is a factor stack of one band on the grid of the reference, which must be projected in metres. A million cells and a hundred stations take seconds; memory does not grow with the raster. Cancel keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Makes a synthetic mountain area with landslides whose causes are known, to learn the toolbox on and to test it.

The folder holds, for the study area: a DEM (30 m), imagery before and after the landslides (10 m; blue, green, red, near infrared), the landslides, rivers, roads, faults, lithology, water, land cover, monthly rainfall, strong-motion stations, and the true probability of landsliding. For a neighbouring valley, to train a detector on: imagery under another sun and season, and its landslides. study_area.json says what each file is and how the truth was stated.

The same size and seed give the same data. Takes about half a minute and 1 GB of memory at size 512, seconds at 128. A cancelled run leaves nothing behind.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Map made on {date}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Map of %1: %2 % of neighbours differ in class, %3 patches per km², Moran's I %4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Map sheet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mapped area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mapped landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mapped landslides, polygons or points, in any coordinate reference system.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mapping</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mapping landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Maps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Maps how likely each cell is to hold a landslide, with a model from Train susceptibility model.

Factors are found in the stack by name, in any order; kind and units must be those of the training, and nothing is scaled anew. Networks see the surroundings of a cell: beyond the raster's edge they see it mirrored, and where a neighbour has no data they see the training mean. A cell has a value where all of its own factors have one. Categories that training never saw count as unknown and are named in the log.

A model carried to another area may meet what it never learnt: APPLICABILITY tells where (Meyer and Pebesma 2021).

The output is a raster of values from 0 to 1. It is computed window by window, so memory does not grow with the raster; expect some 10,000 to 100,000 cells a second. Cancelling writes nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Maps the landslides of a scene from those mapped in a part of it: cuts training chips, trains a detector, detects landslides in the whole scene, and takes out what is probably none.

With a DEM the landslides get slope, aspect and relief, and those on gentle ground go. Everything else is as in the algorithms of the same names, which offer more settings when run one by one. The model opens in QGIS's modeler, to be changed there: resources/chains/imagerytoinventory.model3 in the plugin's folder.

Training takes most of the time: minutes to an hour on a few CPU cores. Cancel stops within seconds; outputs that are complete by then, such as the detector, are kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Maps the landslides of a scene with a detector that was trained on another one: gives the scene the radiometry of the other, detects landslides, and takes out what is probably none.

With mapped landslides of the new scene, or of a part of it (Mapped area), the detector is trained on with them before it detects. That pays from some dozens of landslides on; without them nothing is trained. The detector that comes out belongs to the matched scene.

Everything else is as in the algorithms of the same names, which offer more settings when run one by one. The model opens in QGIS's modeler, to be changed there: resources/chains/transferdetector.model3 in the plugin's folder.

Takes minutes for a scene, and fine-tuning as long as a training. Cancel stops within seconds; outputs that are complete by then are kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mask R-CNN</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Match radiometry</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Matched scene</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Matching codes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mean IoU of cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mean IoU of cells, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mean share of a landslide's area not mapped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mean share of a landslide's area not mapped, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Measures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Measuring distances</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Measuring the terrain</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Members</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Merges or renames values: lines such as limestone → hard (or -&gt;), or the path of a CSV file with a header line and the columns value and class. Classes that are whole numbers become the codes, others are numbered from 1 in the order of the table. Every value needs a line; NULL stands for a missing one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Method</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Metrics</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Model and classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Model file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Model file from Train detector.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Model: %1, %2 factors. Method: %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Model: %1. %2 training samples, %3 of them landslide cells, in %4 folds by %5</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Models</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Models of an ensemble, each on landslides drawn anew, whose spread tells the uncertainty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Models of an ensemble, each on landslides drawn anew, whose spread tells the uncertainty; left empty: what suits the model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More samples than this are drawn from at random.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Most overlap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Most passes over the training chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Most passes over the training chips. Empty: as the preset says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Multicollinearity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Multispectral raster; of several dates, the first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>NVIDIA cards, CUDA {version}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name of the factor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name of the variable in a NetCDF file that holds several, such as precip.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Names of factors whose values are classes, parted by commas. Factors from this toolbox, and rasters of whole numbers with labels, say so themselves.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Names of the factors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Names of the factors kept, split by commas</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Natural breaks: the exact optimum (Fisher–Jenks) over all cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Near-infrared band</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Needed for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Needed for bsi. Left empty, the band of that name is taken.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Needed for ndvi, bsi. Left empty, the band of that name is taken.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Needed for ndvi, ndwi, bsi. Left empty, the band of that name is taken.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Needed for ndwi. Left empty, the band of that name is taken.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Needed for ratio.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Needs {inputs} from an earlier step.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Negatives per positive chip</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Neighbouring valley of the same size with %1 landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>NetCDF file with a time axis, or a raster with one band for each month, from a January on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Network</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Networks and boosted trees</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Networks run on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Networks that see a cell with its surroundings: cnn, cnn_2d, hybrid_cnn (adding the factors of the cell), cnn_3d and multiscale_cnn_3d (slow without a GPU). Models that see the cell alone: cnn_1d, random_forest, xgboost, svm, logistic_regression, gbdt_lr (regression on boosted trees) and frequency_ratio.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No %1 chip fits into a territory of its own; choose a smaller CHIP_SIZE or STRIDE</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No cell closer than this to a landslide counts as free of landslides (metres).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No likeness of near stations was found (pure nugget), so kriging gives nearly their mean everywhere</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not on the reference: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing leads from the reference system "%1" to "%2"; check those of the layers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was installed, and what was there before still is: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was installed, because %1 would install into %2 instead of an environment of its own; install with the Python of another QGIS of the same version</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number of %1 chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number of classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number of k-means clusters when SPLIT is clusters; 0: four for each fold and the test part.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number of landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number of test chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number of training chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number of validation chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number that fixes every random draw: the same seed repeats the run.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Numbering groups of cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Numerator of the ratio</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ONNX file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ONNX files (*.onnx)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Offset</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One HTML file with figures, tables and provenance; figures (PNG, SVG) and tables (CSV) lie in a folder beside it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One band per factor, Float32, nodata NaN, with names, kinds, units and labels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One name for each band, in order, parted by commas. Left empty: the bands' descriptions, or the files' names.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One or several model files from Train detector.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One page, 300 dots per inch, with text that can be searched.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One row per class of every factor.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One row per class: limits, area, and with an inventory landslide area, frequency ratio and density.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One row per factor: AUC without it, relative decrease and AUC alone, each with its spread between folds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One row per factor: VIF, tolerance, importance, and whether it was kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One row per model and way of choosing the threshold.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One row per model, one column per measure.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One row per model: how scattered its map is, and area, landslides and frequency ratio of each class.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One row per sample: coordinates, factor values, SHAP values, average and prediction.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One row per validation and way of choosing the threshold.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only %1 cells without landslides were found where RATIO and REPEATS ask for %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open {step}…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Optimizer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Or judge on a mapped scene</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Outdated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Outdated: what it read has been made anew since. Run it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Over the dates keep the</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Overlap of windows</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Oversampling</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PDF files (*.pdf)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Package</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Packages: %1, and what they need</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Patience</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Percentages of chips for training, validation and test; reached as nearly as the territories allow.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Place to explain</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Places without landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Placing landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Points drawn with Sample points, best with a test part that no model has seen.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Points drawn with Sample points, or your own with a field landslide (1 or 0); spatial blocks are laid over points that have neither block nor fold.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Points drawn with Sample points; only those with split = train are used.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Points made by "Sample points". Only training samples are looked at, so that test samples choose nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Points, or a table with coordinates. Stations at one place are averaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons in which every landslide is mapped; cells outside teach nothing. The whole scene when left empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons in which the inventory is complete; the whole scene when left empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons of landslides in the scene, to train the detector on with; nothing is trained when left empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons of the landslides visible in the scene. What is not mapped is learnt as not landslide.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons or points to count landslides in each class; best those that no model was trained on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons or raster of classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons outside of which no landslides are looked for; the whole scene when left empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons with a field of classes, or a raster with one band of whole numbers.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons with a field of rock types, or of any other classes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons with a gentler mean slope are removed; needs Slope.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons with a gentler mean slope are removed; needs a DEM.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons with a smaller 4π · area / perimeter² are removed: 1 is a circle, 0.3 a strip ten times as long as wide, roads are below 0.1. 0 removes none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Precision of cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Precision of cells, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Precision of landslides at mask IoU 0.5</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Precision of landslides at mask IoU 0.5, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Predicting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preset</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Preset %1: the model is %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Prints a map of susceptibility classes on a sheet (PDF, A4 across): title, map at a round scale, legend, table of what the classes hold, scale bar, arrow to true north, coordinate system, date and source. With a DEM the relief shows through the classes.

The table comes from the attribute table that Classify susceptibility writes into the raster: area and, where it was given an inventory, share of the landslides and frequency ratio. To change the sheet by hand, take the menu entry Landslide Toolbox ▸ Susceptibility map layout instead, which opens it in QGIS's layout window; a layout saved from there as a template can be given here as TEMPLATE.

Takes a few seconds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Probability (0–1) from which a cell is landslide; for Mask R-CNN the least score of a landslide. The model's own, chosen on its validation chips, when left empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Probability (0–1), for Mask R-CNN the score, from which on it is landslide; each model's own when left empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Probability of landslide in each cell, nodata where the scene has none or outside the area to search.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Proxy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PyTorch computes on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PyTorch for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>PyTorch was built without it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>QGIS's Python lacks the module that makes environments; add it (Debian and Ubuntu: the package python3-venv) and install again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>QGIS's own Python %1 was not found (none with GDAL's module osgeo in %2): run this with it (on Linux usually /usr/bin/python3, on Windows python3 in the OSGeo4W Shell) or name it with --python</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quantiles: every class holds the same number of cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rainfall</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rainfall (*.nc *.nc4 *.tif *.tiff);;All files (*.*)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rainfall factor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Raising the study area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Random changes of the training chips: mirroring, gaps in the data, enlarging and shrinking, contrast and brightness; or none</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Random changes of the training chips: mirroring, gaps in the data, enlarging and shrinking, contrast and brightness; or none. Empty: as the preset says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Random cross-validation is optimistic; see the spatial one for what to expect where nothing is mapped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Random draws</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Random folds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Random forest on %1 samples: AUC %2 on %3 held out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Raster whose grid the factor gets, such as the DEM.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Raster whose grid the factor gets, such as the DEM; projected in metres.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Raster whose grid the stack gets, such as the DEM; its values are not used.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rasterising features</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rasters with one factor each, and factor stacks; their bands become the factors, in this order.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rasters with one factor each, such as land cover or NDVI, and factor stacks.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading both scenes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading samples</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading the DEM</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading the train pictures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ready</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ready to run.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recall of cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recall of cells, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recall of landslides at mask IoU 0.5</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recall of landslides at mask IoU 0.5, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Red band</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reduced stack</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reference raster</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reference scene</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reference system of the coordinates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reflectance = stored value × SCALE + OFFSET. Left empty: the raster's own scale, or 1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Relief window (cells)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove environment…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove {folder} with all packages in it?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Removed landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Removes polygons that are probably no landslides: those that lie mostly in water, on roads, in fields or in other layers you name, on slopes too gentle, too small, too thin, or there twice.

What stays keeps its attributes. What goes is kept in Removed with the field reason, so that every decision can be checked on the map. Each test works only where its parameter is set. Layers may be in any coordinate reference system.

A few hundred polygons a second; Cancel keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Removing …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Repeated draws</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report of the fine-tuning</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report of the matching</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report on SHAP values</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report on frequency ratios</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report on multicollinearity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report on the classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report on the model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Resampling</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Rivers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Roads</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Root mean square error at stations left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>SHAP values</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>SHAP values and dependence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>SHAP values of linear models</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sample points</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Samples</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Samples a network learns from at a time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Samples a network learns from at a time; left empty: what suits the model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Samples at most</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Says how good one or several detectors are: on the chips of a split, or on a scene whose landslides have been mapped. All are judged by the same data, side by side in one table.

Cells: accuracy, precision, recall, F1, kappa, IoU, mean IoU, and average precision over all thresholds. Landslides one by one: COCO's AP, AP50, AP75 and AR for masks and boxes, and precision, recall and F1 at IoU 0.5. True landslides: how many were found at least by half, and the share of their area that was missed. The report adds curves of precision and recall, confusions, what was missed by size of the landslide, and pictures.

A network that maps cells finds groups of %1 or more cells over the threshold, with their mean probability as score. In a scene the polygons are judged that Detect landslides would draw, and only where the scene has data; AP knows no landslide below the threshold there.

The numbers are honest on data that chose nothing: the test chips of the training, or a scene from elsewhere. It takes as long as detecting; Cancel keeps nothing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Says how good one or several detectors are: on the chips of a split, or on a scene whose landslides have been mapped. All are judged by the same data, side by side in one table.

Cells: accuracy, precision, recall, F1, kappa, IoU, mean IoU, and average precision over all thresholds. Landslides one by one: COCO's AP, AP50, AP75 and AR for masks and boxes, and precision, recall and F1 at IoU 0.5. True landslides: how many were found at least by half, and the share of their area that was missed. The report adds curves of precision and recall, confusions, what was missed by size of the landslide, and pictures.

A network that maps cells finds groups of 9 or more cells over the threshold, with their mean probability as score. In a scene the polygons are judged that Detect landslides would draw, and only where the scene has data; AP knows no landslide below the threshold there.

The numbers are honest on data that chose nothing: the test chips of the training, or a scene from elsewhere. It takes as long as detecting; Cancel keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scale</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scale 1 : {scale}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scaling</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scene</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scene to be changed; the file itself stays as it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scene to judge by, with its inventory, in place of chips.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scene whose radiometry is taken, such as the one a detector was trained on; bands are matched by name, without names by order.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scenes of other dates on the same grid and with the same bands.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Scores several trained models on the same samples and says whether they differ by more than chance.

Where the samples have a test part it alone is used; without one all samples are, and the log warns that models may have learnt from them. The table holds the metrics of each model at the thresholds of its own training. The report adds ROC curves, calibration, and for each pair of models the difference of AUC (DeLong) and of the predictions (McNemar, exact for few disagreements).

With MAPS every model is also applied to the whole stack, and the maps are compared: the area of each class (natural breaks) and, with an inventory, its landslides and frequency ratio side by side, and how scattered each map is (share of neighbouring cells of another class, patches per square kilometre, Moran's I).

Samples take seconds, longer for networks; maps take as long as Apply susceptibility model for each model. Cancelling writes nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search and further settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search for better settings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Search of %1 trials over %2, judged by the validation chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Seed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Selecting factors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shapley values by letting factors change hands in random orders and their reverses, one pair of orders per background sample, in log-odds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share (0–0.75) of a window's side that neighbours see too: more hides the windows' edges better and takes longer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share (0–1) of a chip's cells that must be landslide; chips with less are left out. 0 takes every chip with a landslide cell.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share (0–1) of a polygon's area that may lie in a layer without landslides; polygons with more are removed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share by which that range is widened at both ends.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share for testing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of landslides of which half the area was mapped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of landslides of which half the area was mapped, first model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of the cells of a landslide that upper_part keeps, the highest first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of the landslide cells kept for the test, which no model ever learns from; 0 keeps none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share of the upper part</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Short-wave infrared band</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shuffling factors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Side of a block</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Side of a block: %1 m, over which landslides cling together, by their variogram</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Side of a block: %1 m, which leaves enough of them: landslides are not seen to cling together</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Side of a block: %1 m, which leaves enough of them: landslides cling together over %2 m</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Side of a chip in cells: larger than most landslides, and smaller than a quarter of the scene, or few chips fit into three splits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Side of the square window in which relief is measured, an odd number of cells.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Side of the squares of spatial_blocks (metres); 0 takes the distance over which landslides cling together, from their variogram, or less where that would leave too few blocks with landslides for the folds (four each, where landslides are enough).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Side of the surroundings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size of the steps of learning, of networks and boosted trees</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Size of the steps of learning, of networks and boosted trees; left empty: what suits the model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Slope</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Slope in degrees: a raster of one band, or a factor stack with a band called slope.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Slope, size and shape</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smaller landslides are left out; %1 cells when left empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smaller landslides are left out; 9 cells when left empty.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smaller polygons are removed; 0 removes none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smoothing outlines</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Source</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Source: {source}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Spatial blocks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Spatial blocks are too few to hold whole ones back: the samples that tell when to stop or where the threshold lies were drawn by landslide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Spatial cross-validation could not be run beside it: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Spectral index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Split</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Split (%)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stack factors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Standard deviation over the members of the model: the trees of a forest, or the models of an ensemble (MEMBERS in Train susceptibility model).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stands above the map.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Starting weights</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>State</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stay within the range of landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step size at the start; smaller when the training diverges, larger when it crawls</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step size at the start; smaller when the training diverges, larger when it crawls. Empty: as the preset says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Steps of the landslide workflow</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stride (cells)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Study area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Study area complete</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Study area of %1 × %2 km with %3 landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Summing up rain</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sums rainfall over time up to one factor in millimetres: the mean year, the total, or the wettest month. Takes CF NetCDF (any calendar, steps of a month or less, amounts or rates, packed values, longitudes from 0 to 360, either way up), or a raster whose bands are months.

In the mean year each calendar month is the mean of the years that have it, so years begun or broken off do not bias it. Where a step is missing the cell has no value.

The output is a factor stack of one band on the grid of the reference. Only the part of the file around the reference is read, in pieces, so memory does not grow with either raster. Cancel keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Susceptibility</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Susceptibility classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Susceptibility map layout…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Susceptibility map sheet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Susceptibility of each cell from 0 to 1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Table</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Table of SHAP values</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Table of classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Table of factors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Table of frequency ratios</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Table of susceptibility classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Terrain factors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Test chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Test samples</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Test samples lie in the same spatial blocks as training samples, which can make them easy to tell: their AUC is %1, by spatial blocks it is %2 (%3)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Test values of that field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The bands are those of the initial model: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The bands of one scene are constant or copies of each other; leave such bands out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The conditioning factors the samples were drawn on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The conditioning factors to compare; the samples were drawn on them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The conditioning factors; only cells where every factor has a value are drawn.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The contribution of each factor to each cell, a band per factor; shown is the most important. Slow: see above.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The contributions miss the prediction by %1 (%2), and %3 is allowed: this model cannot be explained; train it again and report the problem if it stays</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The detector as ONNX, with the model card among its metadata.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The environment is removed; what QGIS has loaded of it stays until it is restarted.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The factor with the largest contribution to each cell, up or down: names and colours. Slow: see above.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The factor: one band in millimetres, Float32, nodata NaN.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The factor: one band in the units of the field, Float32, nodata NaN.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The factor: one band of codes, Float32, nodata NaN, with labels.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The factor: one band, Float32, nodata NaN.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The factor: one band, metres, Float32, nodata NaN.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The field of the inventory that parts the landslides when SPLIT is field, such as the year.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder %1 was not completed: %2 is missing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder to fill: a new or empty one, or an earlier study area, which is replaced.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The frequency ratio does not rise with the class: %1. The map does not order the area by landslide frequency there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The landslides cannot be outlined: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The landslides found.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The map has no table of classes; classify it again with Classify susceptibility to get one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The map to cut into classes: one band, in a projected CRS in metres.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The memory does not suffice for %1 chips at once: going on with %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The memory does not suffice for one %1 of this network; choose smaller chips, another ARCHITECTURE or DEVICE cpu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The memory does not suffice for this network on even one cell; choose DEVICE cpu, or close other programs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model and settings of a published study, instead of MODEL: moxi (cnn), ludian (hybrid_cnn), zhangjiajie (multiscale_cnn_3d). Settings given below still count.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model file after fine-tuning; there is none without mapped landslides.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model file: factors, encoding, weights and metrics; it holds no code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model file: network, normalisation, threshold and the card that describes them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model to train, as in Train susceptibility model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The model was trained on cells of %1 and is applied to cells of %2: slopes, curvatures and surroundings mean something else at another scale</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The other polygons, with the field reason.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The package %1, needed for %2, %3; %4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The packages are installed and can be used now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The packages are installed; restart QGIS, which still uses other versions of: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The page with the versions.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The polygons that passed every test.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The preset %1 was made for chips with %2 %3; these have %4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The project has no layer of susceptibility classes; make one with Classify susceptibility.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The results that this project lists cannot be read ({problem}); the list starts anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The samples do not say in which blocks they lie: %1 squares were laid, %2 map units wide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The samples do not say in which blocks they lie: that their folds are spatial was taken on trust</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The samples have no test part: the models may have learnt from them, which flatters them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The samples lie off the centres of cells, all alike: were they drawn on another grid?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The samples to explain; those with split = train are also the background.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The samples, styled by class and split.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The scene with the radiometry of the reference.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The settings were chosen on the training samples, which makes their cross-validation a little optimistic; test samples took no part</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The stack made by "Stack factors".</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The stack with the factors kept, their values unchanged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The table of {count} classes does not fit on the sheet and is left out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The training diverged: the loss is no longer a number; choose a smaller LEARNING_RATE</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The units "%1" are not known; the values are taken for millimetres in each step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The validated samples with score and matching code (TP, FP, FN, TN) at the Youden threshold; each was scored by a model that has not seen it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There are no test chips: nothing says how good the detector is on landslides that chose nothing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is more than one station at %1 of %2 places; their values, up to %3 from the mean, were averaged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nothing to choose from yet; choose the layers first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Threshold</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Threshold %1, least area %2 m²</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Threshold chosen on the validation chips: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Through the proxy %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tiles of %1 × %2 cells, bands in this order: %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To mend it, %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Train detector</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Train susceptibility model</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trained on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training and test</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training epoch %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training on with mapped landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training values of that field</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trainings with which to search for optimizer, learning rate and focal loss before the final one; what is set above stays as it is. A trial takes as long as a training, unless it does badly and is given up early; the validation chips judge. 0: no search. With a checkpoint the trials are kept beside it, for a later run to go on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trainings with which to search for optimizer, learning rate and focal loss before the final one; what is set above stays as it is. A trial takes as long as a training, unless it does badly and is given up early; the validation chips judge. 0: no search. With a checkpoint the trials are kept beside it, for a later run to go on. Empty: as the preset says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trains a model that tells from conditioning factors how likely a cell is to hold a landslide.

The model is first validated on samples it has not seen: on spatial blocks (spatial_cv), on folds drawn by landslide (random_cv, optimistic; the report says by how much) or on the test samples alone (test_split). Test samples choose nothing and teach nothing, whatever the validation. The model that is written is then trained on all training samples.

Samples in several draws (REPEATS in Sample points) make an ensemble with a member per draw; its map has a mean and a spread. TUNING_TRIALS searches for settings on the training samples before anything else. CALIBRATION bends the scores, on samples the models have not seen, so that of ten samples with 0.8 eight are landslides; among all cells of the map, where landslides are much rarer than among the samples, they are fewer.

Outputs are the model file, a table of metrics, the validated samples with their matching codes, a report with ROC, precision and recall, calibration, learning curves and confusion matrices, and the AUC of the validation. A forest takes seconds to a minute per fold; a CNN takes minutes per fold without a GPU; a search takes three folds for each trial. Cancel works at any time and keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trains a network to map landslides from training chips. The network learns from the train chips; the epoch whose weights are kept and the threshold are chosen on the validation chips; the test chips only judge the result.

What is left empty takes the value of the preset: the toolbox's own choice (standard) or that of a published study.

U-Nets give a probability per cell and train in minutes on a few CPU cores. Mask R-CNN outlines each landslide by itself and takes about ten times as long; its presets are meant for a GPU.

Comes out: a model file that Detect landslides uses, with a card that says what it was trained on, and a report with learning curves, measures and example predictions. Cancel stops within seconds and keeps nothing but the checkpoint, when one was asked for.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trains a susceptibility model with all factors, without each factor in turn and with each alone, and compares the area under the ROC curve on folds the models have not seen.

TABLE and REPORT have, per factor, the relative decrease of the AUC without it and the AUC with it alone, each with its spread between folds. Test samples take no part.

Every model is trained from scratch, so with n factors and k folds there are k (2 n + 1) trainings: minutes for a forest or boosting, hours for a CNN without a GPU. TREES or EPOCHS make it faster. Cancel works at any time and keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Transfer a detector</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trees</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trees of a forest, or boosted trees at most</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trees of a forest, or boosted trees at most; left empty: what suits the model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trees of random_forest, or at most of xgboost; left empty: as in training.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trial %1 of %2: %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trials of the search</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Two or more model files written by Train susceptibility model.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Uncertainty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>VIF limit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Validation chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Values of FIELD whose landslides are for training, split by commas: 2005, 2006. Left empty: all that are not test. Landslides of other values are no samples, but keep cells without landslides away.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Values of FIELD whose landslides are the test part, split by commas: 2010, 2011. Left empty: whole values go to the test part and to the folds by their shares, and spatial_cv keeps them whole.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Variable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Vector layers (areas, and with a buffer lines and points) and rasters (cells with a value other than 0) where no landslides are: water, roads, fields, settlements, clouds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Version</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>WINDOW (%1) has no meaning for %2, which sees the cell alone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weight decay</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weight of landslide cells in the focal loss</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weight of landslide cells in the focal loss. Empty: as the preset says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Weights (*.pth *.safetensors)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What Install will do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What QGIS carries itself (numpy, GDAL …) is used and never replaced; nothing outside that folder is changed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What a network that maps cells minimises: focal weighs hard cells, dice_focal adds the overlap, bce is cross-entropy weighted by the rarity of landslides. Mask R-CNN has losses of its own</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What a network that maps cells minimises: focal weighs hard cells, dice_focal adds the overlap, bce is cross-entropy weighted by the rarity of landslides. Mask R-CNN has losses of its own. Empty: as the preset says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What happens to hollows before flow is routed: fill raises them to their spill level, breach cuts a channel to lower ground, none lets the flow end in them. Slopes are always those of the DEM as it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is kept of several dates: the greenest (maximum) or the typical (median) value.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What it needs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the classes hold</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the selected step needs and has made</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where networks compute: auto takes the GPU when there is one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where no cell without landslides is drawn, for example water, glaciers or land that nobody mapped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where packages come from</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which factors to derive; bands keep this order.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which of the chips: those of training and validation flatter the detector.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who or what the map comes from, below the scale. Left empty: the name of the file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Widening of that range</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With QGIS's own Python: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Workflow panel</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writes a detector as an ONNX file, which runs without this toolbox and without PyTorch: in the QGIS plugin Deepness, and wherever ONNX Runtime runs.

Deepness finds in the file what it asks for: type, classes, cell size, tile size, overlap and threshold. Other programs feed batches of square tiles, float32 (tiles, bands, rows, columns), of band values divided by 255, with the bands in the model's order, and get the probability of landslide (tiles, 1, rows, columns). The normalisation is part of the file; cells that are NaN count as the mean, other values for nodata count as data.

For networks that map cells; Mask R-CNN is not written. Takes seconds; Cancel keeps nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing figures</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing frequency ratios</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing maps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing rainfall</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing scores</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing the matched scene</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing the network</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing the reduced stack</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing the stack</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a download broke off or was changed on its way; install again, and ask whoever runs the network when that repeats</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a group of their own</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a list or text longer than what is left</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a polygon has three points or more, each with x and y</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a smaller MIN_SLOPE</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a support vector machine for another task</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a support vector machine whose %1 has the shape %2 instead of %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a support vector machine with another number of vectors than it says</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a threshold that is no probability</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a tree asks for another column than the %1 there are</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a tree has children that do not follow their parents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a tree has no nodes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a tree has nodes of other parents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a tree of more nodes than the layout holds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a trial's score is %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a value of the unknown kind %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a wheel is damaged or incomplete (%1); copy it into %2 again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a wheel is damaged or incomplete (%1); empty pip's cache with "pip cache purge" and install again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a whole number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a wider RANGE_MARGIN</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a window of %1 cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>all_touched: every cell that a landslide touches, so that no landslide is lost; centre: cells whose centre lies in one, which keeps the area of large landslides right but loses small ones. Points take the cell they lie in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>already holds other files; choose an empty or new folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>an answer of %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>and all other outputs are left out; choose at least one of them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>annual_mean: millimetres of the mean year; sum: of all steps together; max: of the wettest month of all.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>are %1 names for %2 bands (%3); give one for each, in this order</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>are too few layers; choose at least %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>asks for sectors of %1, which is no direction; write numbers for it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>backbone weights %1 (SHA-256 %2); %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>balanced: landslides and cells without weigh alike, however many there are; none: every sample weighs alike; of_model: balanced for cnn_3d, none for the others.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>bands without names</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>bare soil index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>belongs to a search with other settings or data; use those, or choose another file name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>belongs to a training with other settings or chips; use those, or choose another file name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be drawn from %1 landslides for %2 parts; choose %3 to %4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be found in %1, whose bands are called %2; choose the band by number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be made; name another folder with --folder or ask for the right to write there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be opened as a %1 layer; check the path and the format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be opened as a %1; check the path and the format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be opened as a raster; check the path and the format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be opened as a vector layer; check the path and the format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be opened as layers; check the paths and the formats</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be read as a CSV file in UTF-8; check the path and the format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be read at "%1"; write it like %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be reprojected to the grid; check its coordinate reference system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be reprojected to the reference; check its coordinate reference system</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be used here; check the value, a path or the format</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be used together with INITIAL_MODEL; clear one of them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be used together with a scene (INPUT, INVENTORY); clear one of them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be used: %1 has no published weights; choose one of %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot be written there; choose another folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cannot compute this network (%1); choose cpu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cells lie in overlapping polygons of different classes; they have the class of the last one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cells without landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cells: every cell whose centre lies in a landslide; centroid: one cell per landslide; upper_part: the highest cells of each landslide (UPPER_SHARE), where it broke away.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>chips of no size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>choose a model that learnt on such chips, or chips with the model's bands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>choose a scene that has them, or train a detector on the bands there are</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>choose a smaller buffer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>choose cpu, or install the build of PyTorch that fits the GPU and its driver</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>class of each tree</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>coefficient × (value − average), exact Shapley values of a linear model (shap.LinearExplainer), in log-odds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>columns of a tree</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>computes this network wrongly, by %1 of a probability; choose cpu, or update the system and PyTorch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>contradicts HYPERPARAMETERS, where %1 is %2; leave one of the two out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cosine falls smoothly to 5e-6, step by a factor of 10 every 10 epochs, constant stays</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>cosine falls smoothly to 5e-6, step by a factor of 10 every 10 epochs, constant stays. Empty: as the preset says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>counts time in "%1" of the calendar "%2", which is not known; convert it to days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>covers every cell of the factors, which leaves nothing to compare with; choose landslides only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>covers no cell of the reference; check both extents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>detectors for other programs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>distances, interpolation and statistics</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>does not cover the reference; check both extents and reference systems</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>does not exist; check the path</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>does not fit %1: the layer %2 %3 and needs %4; choose weights of torchvision's %5</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>does not fit into the memory; choose a smaller one, a smaller WINDOW, or DEVICE cpu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>does not fit: %1, %2 has %3; give one number for each</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>each still counts with every cell it touches</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ends Python when it loads (exit code %1)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>every calculation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>exact Shapley values of the trees against every background sample (interventional TreeSHAP), in log-odds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>exact Shapley values of the trees against every background sample (interventional TreeSHAP), in probability</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>factor: directions as sine and cosine, categories as one column each; as_is: every band as the numbers it holds, which is what many studies do and treats category numbers as amounts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>figures in reports</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>finds %1 cells that did not change, %2 are needed; choose histogram, or a reference that is more alike</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>finds a GPU (%1) that PyTorch cannot compute on (%2); %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>finds no agreement in %1: the unchanged cells correlate by %2; choose histogram, or a reference that is more alike</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>first and last tree</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>flow accumulation, natural breaks and random forests at full speed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>for example {text}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>give validation a share in SPLIT, or cut smaller chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>given up after %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>gives %1 blocks with landslides where folds and test part need %2; choose smaller blocks or fewer folds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>gives %1 samples %2 landslides where every factor has a value; draw others</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>gives %1 two classes, %2 and %3; keep one of them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>gives no cell of the reference a value; choose idw or kriging</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>gradient boosting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>had invalid geometry, which was repaired for this run</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has %1 bands of %2 × %3 cells where the data set says %4 of %5 × %6; make the chips again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has %1 bands where %2 has %3; choose a reference with the same bands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has %1 bands where %2; %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has %1 bands where other pictures have %2; give all the same bands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has %1 bands; choose a DEM with one band</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has %1 bands; choose a raster with one band of classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has %1 bands; choose a susceptibility map, which has one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has %1 cells in common with %2; choose METHOD histogram, which needs no overlap</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has %1 columns and there are %2 samples; choose more samples or fewer factors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has %1 numbers, and %2 CLASSES have %3 limits between them; change one of the two</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has %1 places with a value, and interpolation needs %2; add stations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has %1 values at landslides where folds and test part need %2; choose fewer folds, or say in TEST_VALUES which values are test</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has %1 × %2 cells where its annotations say %3 × %4; take the picture that was annotated</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has %1; slopes need at least 3 × 3 cells, so use a larger DEM</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has a %1 without %2; make the chips again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has a band %1 of unknown kind %2; make it again with "Stack factors"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has a coordinate of %1 m, beyond the earth; delete or correct that feature</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has a damaged %1; make the chips again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has a damaged area of applicability; train the model again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has a damaged model card; train the model again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has a field %1 that holds no whole numbers; draw samples with "Sample points"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has a grid (%1) that does not match</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has a line without value and class (%1); fill both columns</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has a rotated or south-up geotransform; make it north-up with "Warp (reproject)" and run again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has an annotation that is neither polygons nor run lengths of its size; outline the landslide again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has annotations of the image %1, which it does not list; %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has cells that are not evenly spaced; put it on a regular grid first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has colours from a palette; make it red, green and blue with "PCT to RGB"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has damaged category names in the band %1; make it again with "Stack factors"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has heights in %1, and slopes need metres; convert them with the "Raster calculator"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has missing values; fill them, or give them a class in CLASSES, such as NULL → unknown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has model format %1, this toolbox reads %2; update it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has more than %1 different values, so it holds no classes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no %1 among the %2 samples; draw it with "Sample points"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no %1 chips; %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no band called %1 (%2 has); choose a reference with the same bands</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no band called %1: %2, this has %3; %4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no cell where every factor has a value; stack other factors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no cell where the index has a value; check its nodata value, and SCALE and OFFSET</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no cell with a value; choose another map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no cell with all factors of the model; check extents and nodata</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no cell with data, where the factor would be empty; check its nodata value, or switch MASK_NODATA off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no cell with data; check its nodata value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no chips in %1; choose another split, or other chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no coordinate reference system; give it one with "Assign projection" and run again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no coordinate reference system; give it one with "Define projection"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no coordinate reference system; give it one with "Define projection" and run again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no feature with a usable geometry; choose a layer with shapes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no feature within %1 map units of the raster; raise MAX_DISTANCE</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no features to measure to; choose a layer with at least one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no features; choose a layer with at least one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no field landslide (1 or 0); draw samples with "Sample points"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no landslide where every factor has a value%1; check extents and nodata, or leave the factor out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no landslide where every factor has a value; choose the inventory of this area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no landslide where the map has values; choose the inventory of this area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no landslide where the maps have values; choose the inventory of this area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no landslide where the scene has data; choose one that belongs to it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no limit inside the range of %1 (%2 to %3); write others</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no limits for %1, and METHOD manual needs them for every continuous factor; write them like %2 or choose another METHOD for the rest</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no middle cell to turn patches about (augment); choose an odd one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no month with all its steps; choose the aggregate sum</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no page; add one in the layout window of QGIS and save it again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no rain on the reference, only missing values; check its extent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no samples; draw them with "Sample points"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no stations; choose a layer or table with at least three</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no time axis with units such as "days since 1990-01-01" (%1); choose another VARIABLE</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no training samples to compare with; draw them with "Sample points", TEST_FRACTION below 1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no training samples; draw them with "Sample points" and a TEST_FRACTION below 1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no two folds with both classes; draw it anew with "Sample points"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no two folds with both classes; draw it with smaller blocks in "Sample points", or choose random_cv</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no value at any landslide; choose another DEM</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no values on the reference; check both extents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has no whole month %1, and a mean year needs all twelve; choose the aggregate sum</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has one factor; collinearity needs two or more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has one landslide to learn from, and each of two folds needs one; map more landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has one value only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has one value only, which no classes part; choose another map</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has several steps at one time, whose rain would count twice; take one of them out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has shape %1 there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has steps without a time; repair its time axis</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has the annotation %1 without outline (segmentation); outline each landslide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has the band %1 with one value only; leave the band out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has the bands %1 and none called slope; choose a raster of slope alone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has the categories %1 and none called landslide; rename the one that is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has the dimension %1 beside time; extract one layer of it first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has the factor %1 of %2 %3 where the model was trained with %4; make it again the way it was made for the training</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has the height %1 m everywhere; choose a DEM with relief</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has the picture %1 in %2 and in %3; leave it in one of them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has the value %1 in the field landslide; only 1 and 0 are known</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has the value %1 in the field split; only train and test are known</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has too few landslides for gbdt_lr, which learns in two steps from a half each; map more or choose random_forest</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has too few landslides to hold some back, which tell %1 when to stop or where the threshold lies; map more, or choose random_forest with a cross-validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has too long a file name; choose a shorter one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has two bands called %1; give them names with "Stack factors"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>have a mean slope %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>have a third dimension, which was ignored</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>have an area %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>have no class in the table; add a line for each, such as value → class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>have no usable geometry and were left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>histogram: scenes may lie apart; pif (pseudo-invariant features): scenes overlap, and change does not count.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds %1 as categories, and it has more than %2 different values; group them, or stack it as a continuous factor with "Stack factors"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds %1 mm of rain in one step; declare it as nodata</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds %1 where %2 is expected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds %1, too large for any measurement; correct the value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds %1, which has no logarithm; leave LOGARITHM off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds %1, which has one value at all samples and explains nothing; leave it out with "Stack factors"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds %1, which is no class; classes are whole numbers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds %1; give it annotations/train.json, val.json and test.json, or one annotations.json</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds a %1 where ARCHITECTURE is %2; clear ARCHITECTURE</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds complex numbers, such as radar phases; save amplitudes or another real quantity</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds degrees, and the coordinates are taken as metres; set COORDINATES_CRS to EPSG:4326</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds fractions where categories are whole numbers; stack it as a continuous factor with "Stack factors"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds lines; choose landslides mapped as polygons or points</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds no .whl files; choose the folder they lie in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds no annotations/%1.json; make the chips again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds no classes; write lines such as "limestone → hard"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds no landslide of INVENTORY; choose the area that was mapped</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds no number; choose the field of the measured value</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds no plain weights; choose a checkpoint of torchvision (.pth) or a .safetensors file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds no polygon with a usable geometry; repair the layer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds no polygons; choose a layer with at least one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds other geometry than single points; make points of it with "Centroids"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds points or lines where polygons are needed; choose a polygon layer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds something else than points; draw samples with "Sample points"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds the factor %1, which is %2 everywhere and explains nothing; leave it out with "Stack factors"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds the height %1 m; declare it as nodata with gdal_edit or "Translate"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds weights that do not fit its model card: the layer %1 %2 and needs %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>holds weights that do not fit its model card: there is no layer %1; train the model again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>idw: mean of all stations weighted by squared inverse distance. linear: planes in the triangles between stations (Delaunay), nodata outside them. kriging: ordinary kriging with a variogram fitted to the stations by PyKrige; of more than 150 stations the nearest 32 count at a cell.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>initial model %1 (SHA-256 %2). %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>install the packages in QGIS from the menu Plugins ▸ Landslide Toolbox ▸ Install packages…, or in a terminal with: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is %1 at every station and explains nothing; choose another</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is %1 at every training sample and tells nothing; leave it out of the stack</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is a %1 model where a %2 model is needed; choose another file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is a %1, which this toolbox does not know; update it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is a %1, whose outlines Deepness cannot read; choose a network that maps cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is a folder where a file shall be written; add a file name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is a picture without coordinates; georeference it with QGIS's Georeferencer and run again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is a single model and has no spread; train it with MEMBERS above 1, or use a random forest</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is all nodata</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is also an input, and inputs are never changed; choose another name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is also another output, and one would replace the other; choose another name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is also in TEST_VALUES; a landslide is for one of them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is constant where all factors are valid and explains nothing; leave it out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is damaged (%1); replace the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is damaged (%1); train the model again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is damaged: card or weights are not those of a detector; train the model again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is damaged; copy it again or train the model again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is empty and SPLIT is field; choose the field that says what is test</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is empty and TRAIN_VALUES is not; give the values of %1 that are test</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is empty and the factor stack holds no altitude; choose a DEM on the grid of the stack to tell what is up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is even, and a window needs a cell in the middle; use %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is given and so is INVENTORY; leave one of the two out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is in %1, and distances need metres; reproject it with "Warp (reproject)" to a CRS in metres</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is in a projection that shows %1 m on the ground as %2 m, so slopes would be wrong; reproject it with "Warp (reproject)" to a CRS true to scale there, such as UTM</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is in another coordinate reference system than</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is in degrees, and distances need metres; reproject it with "Warp (reproject)" to a projected CRS such as UTM</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is installed but does not load (%1: %2)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is larger than the raster (%1 × %2 cells); choose a smaller window or a larger area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is missing there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is more than the map's different values allow; choose at most %1 or METHOD manual</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is needed beside X_FIELD; choose the field that holds the other coordinate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is needed for METHOD landslide_share; choose the landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is needed for METHOD manual; write %1 limits such as 0.2, 0.4, 0.6, 0.8</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is needed for a table without geometry; choose the fields that hold the coordinates</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is needed for polygons; choose the field that holds the class</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is needed, as %1 holds several; choose among %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is needed, or INVENTORY</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is no JSON object; write for example {"weight_decay": 0.05}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is no address of an index; give one such as https://download.pytorch.org/whl/cpu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is no choice of two or more models; choose several files</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is no encoding; choose %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is no factor of this stack (%1); choose among these</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is no field of the inventory; it has %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is no number; write one without quotes, such as 0.1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is no optimizer; choose %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is no proxy; give one such as http://proxy.example:3128</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is no setting; the settings are %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is no template of a print layout; save one from the layout window of QGIS</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is no whole number; write one without quotes, such as 10</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is nodata all over the reference; check extent and nodata, or leave it out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not %1; give one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a .%1 name; end it in .%2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a COCO annotation file; %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a GeoTIFF name; end it in .tif</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a Landslide Toolbox model; choose a .lsm file written by training</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a band of %1; choose from 1 to %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a band of %1; choose one from 1 to %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a checkpoint of a detector; choose another file name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a field of %1 (it has %2); choose one of these</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a field of %1, whose fields are: %2; choose one of them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a format that keeps long field names; end it in .gpkg, .geojson or .fgb</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a list of weights by layer; choose a checkpoint of torchvision</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a number; give one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a raster file; save it as GeoTIFF and choose that file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a record of a search; choose another file name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a version of CUDA; give one such as 12.6</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not a whole number; give one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not above 0; give metres, or leave it empty for no limit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not available on this computer; choose auto or cpu</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not drawn in classes; choose a raster from Classify susceptibility</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not given; choose a folder of chips, or a scene (INPUT) and its INVENTORY</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not given; choose the mapped landslides of the scene</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not in %1, which holds %2; leave it empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not in %1; choose among %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not installed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not of the form "value → class"; write for example "limestone → hard"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not one of %1; choose one of these</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not the percentage of landslides in each of %1 classes; write positive numbers that add up to 100, the highest class first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not three percentages for train, val and test that add up to 100; write, say, 70,15,15</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not true or false; write one of the two, without quotes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is not used by %1, which has losses of its own; clear it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is out of range; choose %1 to %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is shown in REPORT alone, which is left out; choose a REPORT or leave the point out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is the name of more than one band; give each its own with NAMES</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is the only factor, and a jackknife compares several; stack more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is the root of the disk; choose a folder or file in it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is the same band as %1; choose a different band for each</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is too large to route flow over; clip it to catchments or use larger cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is too small for %1, which needs %2 cells or more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it ends early</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lacks landslides or cells without on this stack; draw samples with "Sample points"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lacks the factors %1 (it has %2); add them with "Stack factors" under these names</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lacks the file %1 in %2; make the chips again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>language: en</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>layer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>leave one out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>leaves %1 without landslides; %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>leaves no chip: the fullest holds %1 landslide; choose less</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>leaves no landslide together with TEST_VALUES; choose values that the field %1 has</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>leaves no reflectance; give a number above 0, such as 0.0001</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>leaves no training chip with a landslide on data; choose a smaller MIN_COVER or CHIP_SIZE</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>leaves nothing to search, as all hyper-parameters are set; clear one, or choose 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>leaves nothing to search, as all of %1 is set; leave one as it is, or choose 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>left children that do not follow their parents</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lets the network's numbers grow beyond all bounds; choose a smaller one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lie where no factor stack has values; draw samples on this stack with "Sample points"</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lie with more than %1 % of their area in %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lies beyond the projection of the reference; check both reference systems</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lies in one spatial block; draw it with "Sample points" or choose another validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lies on cells of too few different values for %1 CLASSES; choose fewer classes or another METHOD</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lies outside the stack or where a factor has no value; choose another place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lies wholly outside the classes; choose the heights of this area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lies wholly outside the raster; check its coordinate reference system and extent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lies wholly outside the raster; choose the samples drawn on this factor stack</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lies wholly to one side of the reference; check both reference systems</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lists an image without id, file_name, width or height; write the annotations again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lists no images in its annotations; add some</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>lists the image %1, which is not there; copy it to %2</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>looking …</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>make chips from more of the scene</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>make the chips or the annotations again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>mfd shares the flow among all lower neighbours (Freeman 1991, exponent 1.1); d8 sends it to the steepest one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>model files of networks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>model files of scikit-learn estimators</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>more columns or classes than the layout holds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>names no factor; choose at least one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>names the factor %1 twice; keep one of the two</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>names the factor %1, and the stack has %2; correct the name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>natural_breaks: classes that differ least inside; quantile: equal areas; equal_interval: equal steps of value; manual: the limits of BREAKS; landslide_share: every class holds a set share of the landslides.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ndvi: vegetation; ndwi: open water; bsi: bare soil; ratio: one band divided by another.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>needs %1 blocks or clusters with landslides, one for each fold and the test part, and there are %2; choose fewer folds or another SPLIT</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>needs a factor called slope, and the stack has %1; add it, or set MIN_SLOPE to 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>needs at least %1 landslides and there are %2; choose fewer folds</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>needs stations that span triangles, and these lie on one line; choose idw or kriging</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>needs test samples and there are none; draw them with a TEST_FRACTION above 0</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>needs the maps, and MAPS is off; switch MAPS on or leave the table out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>neither chips made by "Create training chips" nor COCO annotations</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>networks: detection and the susceptibility CNN</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no complete cell</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no landslide, told</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no rule is known for the contributions of %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no rule is known for the contributions of %1, whose windows overlap, are padded or large</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no such settings: %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nodes with one child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>none that nvidia-smi knows</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>none, networks run on the processor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>none, or a folder with .whl files to install without a network</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>none, or such as http://proxy.example:3128</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>normalised difference vegetation index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>normalised difference water index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not stated; belongs to whoever trained the model, within the terms of the training data</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nothing beside its grid</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nothing, it is not usable</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>numbers of the trees</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>of %1 polygons hold no cell's centre inside the raster and do not appear</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>only %1 beside its grid</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>only %1 complete cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ordinary kriging</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>outside: unlike the training samples</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>pip says %1; the log tells more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>pseudo-invariant features</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>puts %1 landslides into the test part; the values of %2 are %3</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>random cross-validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>random forest, spatial folds and importance</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>random weights, seed %1</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>random: by landslide; spatial_blocks: by squares of the map; clusters: by k-means clusters of landslides; field: TEST_VALUES of FIELD are the test part, for example later years, or whole values of FIELD go to test and folds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>raster layer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>repeat another one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>repeats another polygon</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>rounds of trees that go back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>say with BANDS which of its bands play them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>says that %1 has %2 × %3 cells; cut it into pictures of at most %4</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>says that the band %1 had one value only in training, so nothing can be scaled by it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>scores that are not numbers cannot be ranked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>sets limits for %1, whose categories are its classes; leave it out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>share no valid cell; %1 lacks most, check it or leave it out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>shows no landslide in any %1 chip; make chips with more landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>shows no landslide in {}; choose another split, or other chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>shows nothing but landslide in its %1 chips; add negative chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>slope: 0, 10, 20, 30; aspect: sectors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>something follows the trees</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>spatial cross-validation</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>spatial_cv: by spatial blocks; random_cv: by landslide, which flatters every factor that varies smoothly.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>spatial_cv: by spatial blocks; random_cv: by landslide; test_split: on the test samples alone. Where cells were drawn at random spatial_cv is run as well, to tell by how much they are optimistic.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>splits by categories</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>statistics that are no numbers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>strongest interaction with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>takes at most %1 stations, and there are %2; thin them out or choose idw</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the area of applicability does not fit the factors</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the area of applicability holds no numbers</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the calibration curve is damaged</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the certificate of %1 was not accepted; where a network inspects connections, name its certificate file to pip (pip config set global.cert FILE) and install again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the computer's memory</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the disk of %1 is full; free some space there and install again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the folder %1 has no %2 that fits this Python and what QGIS carries; put it there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the model learnt on %1 bands (%2)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the packages do not fit each other or what QGIS carries (%1); choose other wheels or another build of PyTorch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the path of %1 is too long for Windows; switch long paths on in Windows or name a shorter folder with --folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the place asked for (%1, %2)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the processor alone (CPU)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the proxy %1 does not let pip through; correct it and install again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the sample with the highest susceptibility (%1, %2)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the search for hyper-parameters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>these are not the run lengths of a mask of this size</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>this Mac (the one build there is)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>those that cover no cell's centre are lost; choose all_touched to keep them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>trees of %1 factors are too many to be counted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>two bands of one name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>unet_se, unet and attention_unet map cells and are fast; vgg13_se and resnet18_se map cells with deeper encoders and coarser outlines; maskrcnn_resnet18 and maskrcnn_resnet50 outline each landslide by itself</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>unet_se, unet and attention_unet map cells and are fast; vgg13_se and resnet18_se map cells with deeper encoders and coarser outlines; maskrcnn_resnet18 and maskrcnn_resnet50 outline each landslide by itself. Empty: as the preset says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>unit stretches continuous factors to 0–1, byte to 0–255, by their lowest and highest value on the reference; the units then tell the former ends. Models need none: they scale by their training data, and a stack scaled by its own ends does not fit a model trained in another area.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>validation mask AP50</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>values lie too deep in each other</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>values of a leaf</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>vector layer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>was trained without an area of applicability; train it again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>weights of evidence</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>whatever pip's usual index has</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>window of %1 cells</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>within the area of applicability</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>works</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>would share its style file %1.qml with another output; choose names that differ before the ending</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} chips</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} landslides</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} of {total} packages cannot be used.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} samples</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file} (no longer there)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{file} (temporary: gone when QGIS ends)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{input} (optional)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{input}: a file of your own</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{input}: a file of your own, or from {steps}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{input}: from {steps}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{kind} from {least} to {most}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{kind} of at least {least}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{kind} of at most {most}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} opens in the plain dialog of QGIS ({problem}).</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>… %1 MB so far</source>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
