<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology">
  <pipe>
    <rasterrenderer type="singlebandpseudocolor" band="1" opacity="1" alphaBand="-1" nodataColor="" classificationMin="0" classificationMax="1">
      <minMaxOrigin><limits>None</limits><extent>WholeRaster</extent><statAccuracy>Estimated</statAccuracy></minMaxOrigin>
      <rastershader>
        <colorrampshader colorRampType="INTERPOLATED" classificationMode="1" clip="0" minimumValue="0" maximumValue="1" labelPrecision="2">
          <rampLegendSettings useContinuousLegend="1" orientation="2" direction="0" prefix="" suffix="" minimumLabel="" maximumLabel=""/>
          <item value="0" color="#440154" alpha="255" label=""/>
          <item value="0.125" color="#472d7b" alpha="255" label=""/>
          <item value="0.25" color="#3b528b" alpha="255" label=""/>
          <item value="0.375" color="#2c728e" alpha="255" label=""/>
          <item value="0.5" color="#21918c" alpha="255" label=""/>
          <item value="0.625" color="#28ae80" alpha="255" label=""/>
          <item value="0.75" color="#5ec962" alpha="255" label=""/>
          <item value="0.875" color="#addc30" alpha="255" label=""/>
          <item value="1" color="#fde725" alpha="255" label=""/>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
    <brightnesscontrast brightness="0" contrast="0" gamma="1"/>
    <huesaturation saturation="0" grayscaleMode="0"/>
    <rasterresampler maxOversampling="2"/>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
