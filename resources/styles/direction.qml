<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology">
  <pipe>
    <rasterrenderer type="singlebandpseudocolor" band="1" opacity="1" alphaBand="-1" nodataColor="" classificationMin="-1" classificationMax="360">
      <minMaxOrigin><limits>None</limits><extent>WholeRaster</extent><statAccuracy>Estimated</statAccuracy></minMaxOrigin>
      <rastershader>
        <colorrampshader colorRampType="DISCRETE" classificationMode="1" clip="0" minimumValue="-1" maximumValue="360" labelPrecision="2">
          <rampLegendSettings useContinuousLegend="0" orientation="2" direction="0" prefix="" suffix="" minimumLabel="" maximumLabel=""/>
          <item value="-0.5" color="#bdbdbd" alpha="255" label="flat"/>
          <item value="22.5" color="#e8413c" alpha="255" label="north"/>
          <item value="67.5" color="#f08c32" alpha="255" label="north-east"/>
          <item value="112.5" color="#f2d43d" alpha="255" label="east"/>
          <item value="157.5" color="#8cc152" alpha="255" label="south-east"/>
          <item value="202.5" color="#3baf9f" alpha="255" label="south"/>
          <item value="247.5" color="#4a89dc" alpha="255" label="south-west"/>
          <item value="292.5" color="#5d4fb3" alpha="255" label="west"/>
          <item value="337.5" color="#c05fb0" alpha="255" label="north-west"/>
          <item value="360" color="#e8413c" alpha="255" label="north"/>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation saturation="0" grayscaleMode="0"/>
    <rasterresampler maxOversampling="2"/>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
