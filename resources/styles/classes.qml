<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology">
  <pipe>
    <rasterrenderer type="paletted" band="1" opacity="1" alphaBand="-1" nodataColor="">
      <rasterTransparency/>
      <colorPalette>
        <paletteEntry value="1" color="#1a9641" alpha="255" label="very low"/>
        <paletteEntry value="2" color="#a6d96a" alpha="255" label="low"/>
        <paletteEntry value="3" color="#ffffbf" alpha="255" label="moderate"/>
        <paletteEntry value="4" color="#fdae61" alpha="255" label="high"/>
        <paletteEntry value="5" color="#d7191c" alpha="255" label="very high"/>
      </colorPalette>
    </rasterrenderer>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
