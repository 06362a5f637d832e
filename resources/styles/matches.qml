<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology">
  <renderer-v2 type="categorizedSymbol" attr="code" enableorderby="0" forceraster="0" symbollevels="0">
    <categories>
      <category value="TP" symbol="0" label="TP: landslide, told" render="true" type="string"/>
      <category value="FN" symbol="1" label="FN: landslide, missed" render="true" type="string"/>
      <category value="FP" symbol="2" label="FP: false alarm" render="true" type="string"/>
      <category value="TN" symbol="3" label="TN: no landslide, told" render="true" type="string"/>
    </categories>
    <symbols>
      <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="43,122,75,255"/>
            <Option type="QString" name="outline_color" value="60,60,60,255"/>
            <Option type="QString" name="outline_width" value="0.1"/>
            <Option type="QString" name="size" value="1.6"/>
          </Option>
          <prop k="name" v="circle"/>
          <prop k="color" v="43,122,75,255"/>
          <prop k="outline_color" v="60,60,60,255"/>
          <prop k="outline_width" v="0.1"/>
          <prop k="size" v="1.6"/>
        </layer>
      </symbol>
      <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="215,25,28,255"/>
            <Option type="QString" name="outline_color" value="60,60,60,255"/>
            <Option type="QString" name="outline_width" value="0.1"/>
            <Option type="QString" name="size" value="1.6"/>
          </Option>
          <prop k="name" v="circle"/>
          <prop k="color" v="215,25,28,255"/>
          <prop k="outline_color" v="60,60,60,255"/>
          <prop k="outline_width" v="0.1"/>
          <prop k="size" v="1.6"/>
        </layer>
      </symbol>
      <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="240,160,48,255"/>
            <Option type="QString" name="outline_color" value="60,60,60,255"/>
            <Option type="QString" name="outline_width" value="0.1"/>
            <Option type="QString" name="size" value="1.6"/>
          </Option>
          <prop k="name" v="circle"/>
          <prop k="color" v="240,160,48,255"/>
          <prop k="outline_color" v="60,60,60,255"/>
          <prop k="outline_width" v="0.1"/>
          <prop k="size" v="1.6"/>
        </layer>
      </symbol>
      <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="185,196,207,255"/>
            <Option type="QString" name="outline_color" value="60,60,60,255"/>
            <Option type="QString" name="outline_width" value="0.1"/>
            <Option type="QString" name="size" value="1.6"/>
          </Option>
          <prop k="name" v="circle"/>
          <prop k="color" v="185,196,207,255"/>
          <prop k="outline_color" v="60,60,60,255"/>
          <prop k="outline_width" v="0.1"/>
          <prop k="size" v="1.6"/>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <blendMode>0</blendMode>
  <layerGeometryType>0</layerGeometryType>
</qgis>
