<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22" styleCategories="Symbology">
  <renderer-v2 type="categorizedSymbol" attr="&quot;landslide&quot; || ' ' || &quot;split&quot;" enableorderby="0" forceraster="0" symbollevels="0">
    <categories>
      <category value="1 train" symbol="0" label="landslide, training" render="true" type="string"/>
      <category value="1 test" symbol="1" label="landslide, test" render="true" type="string"/>
      <category value="0 train" symbol="2" label="no landslide, training" render="true" type="string"/>
      <category value="0 test" symbol="3" label="no landslide, test" render="true" type="string"/>
    </categories>
    <symbols>
      <symbol type="marker" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="200,116,58,255"/>
            <Option type="QString" name="outline_color" value="60,60,60,255"/>
            <Option type="QString" name="outline_width" value="0.1"/>
            <Option type="QString" name="size" value="1.4"/>
          </Option>
          <prop k="name" v="circle"/>
          <prop k="color" v="200,116,58,255"/>
          <prop k="outline_color" v="60,60,60,255"/>
          <prop k="outline_width" v="0.1"/>
          <prop k="size" v="1.4"/>
        </layer>
      </symbol>
      <symbol type="marker" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="color" value="200,116,58,255"/>
            <Option type="QString" name="outline_color" value="60,60,60,255"/>
            <Option type="QString" name="outline_width" value="0.1"/>
            <Option type="QString" name="size" value="2.2"/>
          </Option>
          <prop k="name" v="diamond"/>
          <prop k="color" v="200,116,58,255"/>
          <prop k="outline_color" v="60,60,60,255"/>
          <prop k="outline_width" v="0.1"/>
          <prop k="size" v="2.2"/>
        </layer>
      </symbol>
      <symbol type="marker" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="circle"/>
            <Option type="QString" name="color" value="122,143,106,255"/>
            <Option type="QString" name="outline_color" value="60,60,60,255"/>
            <Option type="QString" name="outline_width" value="0.1"/>
            <Option type="QString" name="size" value="1.4"/>
          </Option>
          <prop k="name" v="circle"/>
          <prop k="color" v="122,143,106,255"/>
          <prop k="outline_color" v="60,60,60,255"/>
          <prop k="outline_width" v="0.1"/>
          <prop k="size" v="1.4"/>
        </layer>
      </symbol>
      <symbol type="marker" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
        <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
          <Option type="Map">
            <Option type="QString" name="name" value="diamond"/>
            <Option type="QString" name="color" value="122,143,106,255"/>
            <Option type="QString" name="outline_color" value="60,60,60,255"/>
            <Option type="QString" name="outline_width" value="0.1"/>
            <Option type="QString" name="size" value="2.2"/>
          </Option>
          <prop k="name" v="diamond"/>
          <prop k="color" v="122,143,106,255"/>
          <prop k="outline_color" v="60,60,60,255"/>
          <prop k="outline_width" v="0.1"/>
          <prop k="size" v="2.2"/>
        </layer>
      </symbol>
    </symbols>
  </renderer-v2>
  <blendMode>0</blendMode>
  <layerGeometryType>0</layerGeometryType>
</qgis>
