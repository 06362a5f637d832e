<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>LandslideToolbox</name>
    <message>
      <source> %1 cells are landslide and none at once</source>
      <translation> %1 个栅格单元同时被当作滑坡与非滑坡</translation>
    </message>
    <message>
      <source> Left empty, the band of that name is taken</source>
      <translation> 留空时使用同名波段</translation>
    </message>
    <message>
      <source> – about {minutes} min left</source>
      <translation> – 约剩 {minutes} 分钟</translation>
    </message>
    <message>
      <source> – about {seconds} s left</source>
      <translation> – 约剩 {seconds} 秒</translation>
    </message>
    <message>
      <source>%1 % of them lie outside the area of applicability: less like the training samples (dissimilarity above %2) than validation has tested</source>
      <translation>其中 %1 % 位于适用域之外：与训练样本的差异（相异度大于 %2）超出了验证所检验的范围</translation>
    </message>
    <message>
      <source>%1 %2 (%3); bring both onto one grid with "Stack factors"</source>
      <translation>%1 %2（%3）；请用"Stack factors"（因子堆叠）将二者统一到同一格网</translation>
    </message>
    <message>
      <source>%1 %2 samples, %3 of them landslide cells</source>
      <translation>%1 个%2样本，其中 %3 个为滑坡单元</translation>
    </message>
    <message>
      <source>%1 %2; it is needed for %3, and without it these cannot run: %4</source>
      <translation>%1 %2；它用于%3，缺少它时下列算法无法运行：%4</translation>
    </message>
    <message>
      <source>%1 (%2) is not above %3 (%4)</source>
      <translation>%1（%2）不大于 %3（%4）</translation>
    </message>
    <message>
      <source>%1 Empty: as the preset says</source>
      <translation>%1 留空：采用预设值</translation>
    </message>
    <message>
      <source>%1 annotation files and none per split</source>
      <translation>%1 个标注文件，但没有按划分分开</translation>
    </message>
    <message>
      <source>%1 annotation files for %2</source>
      <translation>%2 有 %1 个标注文件</translation>
    </message>
    <message>
      <source>%1 cannot be rasterised: %2</source>
      <translation>无法栅格化 %1：%2</translation>
    </message>
    <message>
      <source>%1 cannot be reached through the proxy %2; check both, or choose a folder of wheels</source>
      <translation>无法通过代理 %2 访问 %1；请检查二者，或选择 wheel 文件夹</translation>
    </message>
    <message>
      <source>%1 cannot be reached; check the network, give a proxy or choose a folder of wheels</source>
      <translation>无法访问 %1；请检查网络、给出代理，或选择 wheel 文件夹</translation>
    </message>
    <message>
      <source>%1 cannot be written or read (%2); choose another folder or free disk space</source>
      <translation>无法写入或读取 %1（%2）；请换一个文件夹或释放磁盘空间</translation>
    </message>
    <message>
      <source>%1 cannot be written to: %2; choose another folder</source>
      <translation>无法写入 %1：%2；请换一个文件夹</translation>
    </message>
    <message>
      <source>%1 cannot be written to; choose another folder</source>
      <translation>无法写入 %1；请换一个文件夹</translation>
    </message>
    <message>
      <source>%1 cannot be written whole; free space on the disk</source>
      <translation>无法完整写出 %1；请释放磁盘空间</translation>
    </message>
    <message>
      <source>%1 cannot be written: %2; free space on the disk</source>
      <translation>无法写入 %1：%2；请释放磁盘空间</translation>
    </message>
    <message>
      <source>%1 cannot be written; choose another folder or free disk space</source>
      <translation>无法写入 %1；请换一个文件夹或释放磁盘空间</translation>
    </message>
    <message>
      <source>%1 cannot be written; name another folder with --folder or ask for the right to write there</source>
      <translation>无法写入 %1；请用 --folder 指定其他文件夹，或申请在该处的写权限</translation>
    </message>
    <message>
      <source>%1 clusters of landslides were drawn</source>
      <translation>已划分 %1 个滑坡聚类</translation>
    </message>
    <message>
      <source>%1 cover no cell's centre; each counts every cell it touches</source>
      <translation>%1 未覆盖任何单元中心；它们各自计入所触及的全部单元</translation>
    </message>
    <message>
      <source>%1 covers %2 of the reference; the rest is nodata</source>
      <translation>%1 覆盖参考栅格的 %2；其余为无数据</translation>
    </message>
    <message>
      <source>%1 depressions were breached</source>
      <translation>已破堤连通 %1 个洼地</translation>
    </message>
    <message>
      <source>%1 depressions were filled</source>
      <translation>已填平 %1 个洼地</translation>
    </message>
    <message>
      <source>%1 factor%2 of %3: %4</source>
      <translation>%3 的 %1 个因子%2：%4</translation>
    </message>
    <message>
      <source>%1 features are too far away to be put on the reference's projection and do not count</source>
      <translation>%1 个要素距离过远，无法投影到参考栅格的坐标系，不予计算</translation>
    </message>
    <message>
      <source>%1 features touch %2 cells on and around the raster</source>
      <translation>%1 个要素触及栅格及其周围的 %2 个单元</translation>
    </message>
    <message>
      <source>%1 folds were drawn by %2 for this validation</source>
      <translation>本次验证按%2划分了 %1 折</translation>
    </message>
    <message>
      <source>%1 from %2 stations: root mean square error %3, bias %4%5, at %6 stations left out</source>
      <translation>%1（由 %2 个站点插值）：均方根误差 %3，偏差 %4%5，留出站点数 %6</translation>
    </message>
    <message>
      <source>%1 has categories among the test samples that training never saw and that count as unknown: %2</source>
      <translation>%1 的测试样本含有训练中从未出现的类别，按未知类别处理：%2</translation>
    </message>
    <message>
      <source>%1 has categories at samples that a model never saw and takes for unknown: %2</source>
      <translation>%1 的样本含有某个模型从未见过的类别，按未知类别处理：%2</translation>
    </message>
    <message>
      <source>%1 has categories that the model never saw and takes for unknown: %2</source>
      <translation>%1 含有模型从未见过的类别，按未知类别处理：%2</translation>
    </message>
    <message>
      <source>%1 has cells of %2 m, the model learnt on cells of %3 m and knows landslides at that scale only; resample the scene to %4 m with "Warp (reproject)", or train a model on chips of this scene's cell size</source>
      <translation>%1 的像元大小为 %2 m，而模型是在 %3 m 的像元上训练的，只认识该尺度的滑坡；请用"Warp (reproject)"将影像重采样到 %4 m，或用本影像像元大小的切片训练模型</translation>
    </message>
    <message>
      <source>%1 has no %2 that fits this Python and what QGIS carries; choose another build of PyTorch</source>
      <translation>%1 没有适合此 Python 和 QGIS 自带软件包的 %2；请选择其他 PyTorch 构建</translation>
    </message>
    <message>
      <source>%1 has no annotations for validation; %2 train pictures were taken for it</source>
      <translation>%1 没有用于验证的标注；已从训练图片中取出 %2 张用于验证</translation>
    </message>
    <message>
      <source>%1 has one annotation file for all pictures; they were split by picture into %2. Where pictures overlap, split them yourself</source>
      <translation>%1 的所有图片共用一个标注文件；已按图片划分为 %2。若图片相互重叠，请自行划分</translation>
    </message>
    <message>
      <source>%1 has one class only on the reference and cannot explain anything there</source>
      <translation>%1 在参考栅格上只有一个类别，无法起到任何解释作用</translation>
    </message>
    <message>
      <source>%1 holds few whole numbers; if they are classes, name it in CATEGORICAL</source>
      <translation>%1 只含少数几个整数；若它们是类别，请在 CATEGORICAL 中写出其名称</translation>
    </message>
    <message>
      <source>%1 holds values that the field %2 does not have: %3</source>
      <translation>%1 含有字段 %2 中没有的值：%3</translation>
    </message>
    <message>
      <source>%1 in %2; choose another scene</source>
      <translation>%2 中 %1；请选择另一景影像</translation>
    </message>
    <message>
      <source>%1 is 0 in all bands in a corner and declares no nodata value, so these cells count as image; if they are a collar, give it the nodata value 0 with "Translate (convert format)" and run again</source>
      <translation>%1 在一角处所有波段均为 0，却没有声明无数据值，因此这些单元被当作影像；若它们是黑边，请用"Translate (convert format)"将无数据值设为 0 后重新运行</translation>
    </message>
    <message>
      <source>%1 is 0 wherever the reference has values and explains nothing there</source>
      <translation>%1 在参考栅格有值处全为 0，没有解释作用</translation>
    </message>
    <message>
      <source>%1 is dominant in %2 % of the cells</source>
      <translation>%1 在 %2 % 的单元中占主导</translation>
    </message>
    <message>
      <source>%1 is missing or damaged; install the plugin again</source>
      <translation>%1 缺失或已损坏；请重新安装插件</translation>
    </message>
    <message>
      <source>%1 is missing; give it a value</source>
      <translation>缺少 %1；请给定其值</translation>
    </message>
    <message>
      <source>%1 is no factor</source>
      <translation>%1 不是因子</translation>
    </message>
    <message>
      <source>%1 is there twice</source>
      <translation>%1 出现了两次</translation>
    </message>
    <message>
      <source>%1 landslide cells have no elevation and were left out</source>
      <translation>%1 个滑坡单元没有高程，已略去</translation>
    </message>
    <message>
      <source>%1 landslide cells, %2 cells without landslides out of %3 candidates</source>
      <translation>%1 个滑坡单元，%2 个非滑坡单元（候选 %3 个）</translation>
    </message>
    <message>
      <source>%1 landslides are named by neither TRAIN_VALUES nor TEST_VALUES and only keep other cells away</source>
      <translation>%1 个滑坡既不在 TRAIN_VALUES 中也不在 TEST_VALUES 中，只用于使其他单元与之保持距离</translation>
    </message>
    <message>
      <source>%1 landslides, %2 km² in all</source>
      <translation>%1 个滑坡，共 %2 km²</translation>
    </message>
    <message>
      <source>%1 learnt from other chips of the same scene, which may show the same landslides</source>
      <translation>%1 曾用同一景影像的其他切片训练，其中可能含有相同的滑坡</translation>
    </message>
    <message>
      <source>%1 learnt from this scene, which flatters it</source>
      <translation>%1 曾用这景影像训练，结果会偏乐观</translation>
    </message>
    <message>
      <source>%1 lie where nothing is judged and do not count</source>
      <translation>%1 位于不作评价之处，不予计算</translation>
    </message>
    <message>
      <source>%1 mapped features make %2 landslides (those that share a cell count as one, so that no split parts them)</source>
      <translation>%1 个制图要素合成 %2 个滑坡（共用单元的要素视为一个，以免被划分拆开）</translation>
    </message>
    <message>
      <source>%1 members where %2 are expected</source>
      <translation>有 %1 个成员，而应为 %2 个</translation>
    </message>
    <message>
      <source>%1 months lack some of their steps and do not count</source>
      <translation>%1 个月缺少部分时次，不予计算</translation>
    </message>
    <message>
      <source>%1 of %2 cells (%3) are valid in every factor</source>
      <translation>%2 个单元中有 %1 个（%3）在所有因子中均有效</translation>
    </message>
    <message>
      <source>%1 of %2 cells did not change</source>
      <translation>%2 个单元中有 %1 个没有变化</translation>
    </message>
    <message>
      <source>%1 of %2 cells have a susceptibility</source>
      <translation>%2 个单元中有 %1 个具有易发性值</translation>
    </message>
    <message>
      <source>%1 of %2 cells with values are landslide (%3)</source>
      <translation>%2 个有值单元中有 %1 个为滑坡（%3）</translation>
    </message>
    <message>
      <source>%1 of %2 features have no value in the field %3 and are %4</source>
      <translation>%2 个要素中有 %1 个在字段 %3 中没有值，因此%4</translation>
    </message>
    <message>
      <source>%1 of %2 features of %3 %4</source>
      <translation>%3 的 %2 个要素中有 %1 个%4</translation>
    </message>
    <message>
      <source>%1 of %2 features of %3 repeat another one and were left out</source>
      <translation>%3 的 %2 个要素中有 %1 个与其他要素重复，已略去</translation>
    </message>
    <message>
      <source>%1 of %2 landslide cells lack a factor and were left out (%3 landslides whole)</source>
      <translation>%2 个滑坡单元中有 %1 个缺少某因子，已略去（其中整个滑坡 %3 个）</translation>
    </message>
    <message>
      <source>%1 of %2 landslide cells lie in the upper part of their landslide</source>
      <translation>%2 个滑坡单元中有 %1 个位于滑坡的上部</translation>
    </message>
    <message>
      <source>%1 of %2 landslides are smaller than a cell (%3 m²): %4</source>
      <translation>%2 个滑坡中有 %1 个小于一个单元（%3 m²）：%4</translation>
    </message>
    <message>
      <source>%1 of %2 landslides lie beyond the raster and were left out</source>
      <translation>%2 个滑坡中有 %1 个位于栅格范围之外，已略去</translation>
    </message>
    <message>
      <source>%1 of %2 landslides lie outside the raster and do not count</source>
      <translation>%2 个滑坡中有 %1 个位于栅格之外，不予计算</translation>
    </message>
    <message>
      <source>%1 of %2 polygons lie where SLOPE has no data; it removes none of them</source>
      <translation>%2 个多边形中有 %1 个位于 SLOPE 无数据处；坡度条件不会剔除它们</translation>
    </message>
    <message>
      <source>%1 of %2 polygons stay, %3 go</source>
      <translation>%2 个多边形中保留 %1 个，剔除 %3 个</translation>
    </message>
    <message>
      <source>%1 of %2 samples lack a factor and were left out</source>
      <translation>%2 个样本中有 %1 个缺少某因子，已略去</translation>
    </message>
    <message>
      <source>%1 of %2 samples lack a factor or lie outside the stack and were left out</source>
      <translation>%2 个样本中有 %1 个缺少某因子或位于因子栈之外，已略去</translation>
    </message>
    <message>
      <source>%1 of %2 samples share a cell of the stack: were they drawn on another grid?</source>
      <translation>%2 个样本中有 %1 个在因子栈上同处一个单元：它们是否在另一格网上抽取？</translation>
    </message>
    <message>
      <source>%1 of %2 samples were drawn at random for this analysis</source>
      <translation>本次分析从 %2 个样本中随机抽取了 %1 个</translation>
    </message>
    <message>
      <source>%1 of %2 stations have no usable value or place and were left out</source>
      <translation>%2 个站点中有 %1 个没有可用的数值或位置，已略去</translation>
    </message>
    <message>
      <source>%1 of %2 stations lie outside the reference; they count as well</source>
      <translation>%2 个站点中有 %1 个位于参考栅格之外；它们同样参与计算</translation>
    </message>
    <message>
      <source>%1 of the cells lie outside the triangles of the stations and are nodata</source>
      <translation>%1 的单元位于站点三角网之外，为无数据</translation>
    </message>
    <message>
      <source>%1 of the reference has no rain value and is nodata</source>
      <translation>参考栅格的 %1 没有降雨值，为无数据</translation>
    </message>
    <message>
      <source>%1 removes most: it lacks %2 cells, and leaving it out would win back %3</source>
      <translation>%1 去除的单元最多：它缺少 %2 个单元，去掉它可找回 %3 个</translation>
    </message>
    <message>
      <source>%1 samples are explained against %2 training samples, whose average prediction is %3 (%4)</source>
      <translation>以 %2 个训练样本为背景解释 %1 个样本，背景的平均预测为 %3（%4）</translation>
    </message>
    <message>
      <source>%1 samples where a factor has no value were left out</source>
      <translation>%1 个样本在某因子无值处，已略去</translation>
    </message>
    <message>
      <source>%1 test samples were left out, because they must choose nothing</source>
      <translation>已略去 %1 个测试样本，因为测试样本不得参与任何选择</translation>
    </message>
    <message>
      <source>%1 values of %2 take the place of blocks: spatial_cv keeps them whole</source>
      <translation>%2 的 %1 个值代替方块：spatial_cv 使其保持完整</translation>
    </message>
    <message>
      <source>%1 was trained with the %2 chips, which flatters it</source>
      <translation>%1 曾用 %2 切片训练，结果会偏乐观</translation>
    </message>
    <message>
      <source>%1 where %2 is expected</source>
      <translation>应为%2，却是%1</translation>
    </message>
    <message>
      <source>%1 × %2 cells of %3 × %4, origin %5, %6</source>
      <translation>%1 × %2 个单元，单元大小 %3 × %4，原点 %5, %6</translation>
    </message>
    <message>
      <source>%1 − %2: %3, p = %4 (DeLong), %5 (DeLong by landslide), %6 (McNemar)</source>
      <translation>%1 − %2：%3，p = %4（DeLong），%5（按滑坡的 DeLong），%6（McNemar）</translation>
    </message>
    <message>
      <source>%1%2: %3 cells, %4</source>
      <translation>%1%2：%3 个单元，%4</translation>
    </message>
    <message>
      <source>%1, %2 % of the landslide cells, %3</source>
      <translation>%1，占滑坡单元的 %2 %，%3</translation>
    </message>
    <message>
      <source>%1, such as unet_se</source>
      <translation>%1，例如 unet_se</translation>
    </message>
    <message>
      <source>%1, validation score %2, best %3</source>
      <translation>%1，验证得分 %2，最佳 %3</translation>
    </message>
    <message>
      <source>%1, which PyTorch was built for</source>
      <translation>%1，PyTorch 即为其构建</translation>
    </message>
    <message>
      <source>%1: %2 became %3; the reference has %4</source>
      <translation>%1：%2 变为 %3；参考为 %4</translation>
    </message>
    <message>
      <source>%1: %2 chips with %3 outlines of landslides, %4 of the cells are landslide</source>
      <translation>%1：%2 个切片，含 %3 个滑坡轮廓，%4 的单元为滑坡</translation>
    </message>
    <message>
      <source>%1: %2 chips, %3 of them with %4 landslides in all</source>
      <translation>%1：%2 个切片，其中 %3 个共含 %4 个滑坡</translation>
    </message>
    <message>
      <source>%1: %2 landslide cells, %3 without</source>
      <translation>%1：%2 个滑坡单元，%3 个非滑坡单元</translation>
    </message>
    <message>
      <source>%1: %2 of the cells have a value</source>
      <translation>%1：%2 的单元有值</translation>
    </message>
    <message>
      <source>%1: %2 of the cells lie in one class (%3), so it hardly tells places apart; cut it with METHOD quantile or with limits of your own in BREAKS</source>
      <translation>%1：%2 的单元落在同一类（%3）中，因此几乎不能区分不同地点；请用 METHOD quantile 或在 BREAKS 中自定界限来划分</translation>
    </message>
    <message>
      <source>%1: %2 steps from %3 to %4, stored in %5</source>
      <translation>%1：%3 至 %4 共 %2 个时次，存储为 %5</translation>
    </message>
    <message>
      <source>%1: %2 to %3 %4, %5 on the reference</source>
      <translation>%1：%2 至 %3 %4，在参考栅格上 %5</translation>
    </message>
    <message>
      <source>%1: %2 where %3 is expected</source>
      <translation>%1：为 %2，而应为 %3</translation>
    </message>
    <message>
      <source>%1: %2 ± %3 % lost without it; AUC %4 ± %5 alone</source>
      <translation>%1：去掉它损失 %2 ± %3 %；单独使用时 AUC %4 ± %5</translation>
    </message>
    <message>
      <source>%1: %2 × value %3, correlation %4</source>
      <translation>%1：%2 × 值 %3，相关系数 %4</translation>
    </message>
    <message>
      <source>%1: AUC %2 (%3–%4)</source>
      <translation>%1：AUC %2（%3–%4）</translation>
    </message>
    <message>
      <source>%1: IoU %2, F1 %3, kappa %4, mask AP50 %5, %6 of the landslides found</source>
      <translation>%1：IoU %2，F1 %3，kappa %4，掩膜 AP50 %5，找到滑坡的 %6</translation>
    </message>
    <message>
      <source>%1: no station lies among the others, so how far the map is off cannot be told; add stations</source>
      <translation>%1：没有站点位于其他站点之间，无法判断图的误差；请增加站点</translation>
    </message>
    <message>
      <source>%1: some classes have too few cells to expect a landslide (%2 in all), so their ratios say nothing: %3; cut it with METHOD quantile or with limits of your own in BREAKS</source>
      <translation>%1：有些类的单元太少（总共 %2 个），不能指望其中有滑坡，其频率比没有意义：%3；请用 METHOD quantile 或在 BREAKS 中自定界限来划分</translation>
    </message>
    <message>
      <source>%1: up to %2 m</source>
      <translation>%1：最大 %2 m</translation>
    </message>
    <message>
      <source>%1; choose one of them</source>
      <translation>%1；请从中选择一个</translation>
    </message>
    <message>
      <source>%1; left empty: what suits the model</source>
      <translation>%1；留空：采用适合该模型的值</translation>
    </message>
    <message>
      <source>%1; train the model again</source>
      <translation>%1；请重新训练模型</translation>
    </message>
    <message>
      <source>%1; train the model again without this band</source>
      <translation>%1；请去掉该波段重新训练模型</translation>
    </message>
    <message>
      <source>%1does not increase; write the limits from the lowest to the highest</source>
      <translation>%1没有递增；请从小到大书写界限</translation>
    </message>
    <message>
      <source>%1is not a list of numbers; write them like 10, 20, 30.5</source>
      <translation>%1不是数字列表；请写成 10, 20, 30.5 的形式</translation>
    </message>
    <message>
      <source>, %1 of the variance explained</source>
      <translation>，解释了 %1 的方差</translation>
    </message>
    <message>
      <source>--python (%1) is not QGIS's Python %2: it does not start, has another version or lacks GDAL's module osgeo; name the one QGIS runs and call it with the same version</source>
      <translation>--python（%1）不是 QGIS 的 Python %2：它无法启动、版本不同，或缺少 GDAL 的 osgeo 模块；请指定 QGIS 所用的 Python，并用相同版本调用</translation>
    </message>
    <message>
      <source>.</source>
      <translation>。</translation>
    </message>
    <message>
      <source>1 Data</source>
      <translation>1 数据</translation>
    </message>
    <message>
      <source>2 Detection</source>
      <translation>2 滑坡识别</translation>
    </message>
    <message>
      <source>3 Conditioning factors</source>
      <translation>3 条件因子</translation>
    </message>
    <message>
      <source>4 Factor analysis</source>
      <translation>4 因子分析</translation>
    </message>
    <message>
      <source>5 Susceptibility</source>
      <translation>5 易发性</translation>
    </message>
    <message>
      <source>6 Explanation</source>
      <translation>6 解释</translation>
    </message>
    <message>
      <source>7 Chains</source>
      <translation>7 流程链</translation>
    </message>
    <message>
      <source>; %1 has no value at any landslide</source>
      <translation>；%1 在任何滑坡处都没有值</translation>
    </message>
    <message>
      <source>; new, from the mean of its filters: %1</source>
      <translation>；新增（取其滤波器的均值）：%1</translation>
    </message>
    <message>
      <source>; no longer used: %1</source>
      <translation>；不再使用：%1</translation>
    </message>
    <message>
      <source>A DEM on the grid of the stack, for upper_part; left empty: the factor altitude of the stack.</source>
      <translation>与因子栈同格网的 DEM，用于 upper_part；留空：使用因子栈中的 altitude 因子。</translation>
    </message>
    <message>
      <source>A detector trained before, to be trained on with these chips. Bands are matched by name; there may be more or fewer. Gives the network, too.</source>
      <translation>先前训练好的识别模型，用这些切片继续训练。波段按名称对应，可多可少。网络结构也由它给定。</translation>
    </message>
    <message>
      <source>A model file written by Train susceptibility model.</source>
      <translation>由“训练易发性模型”写出的模型文件。</translation>
    </message>
    <message>
      <source>A new folder, or one of an earlier run.</source>
      <translation>一个新文件夹，或先前运行时的文件夹。</translation>
    </message>
    <message>
      <source>A place whose prediction the report shows factor by factor; left empty: the sample with the highest susceptibility.</source>
      <translation>一个位置，报告中逐因子展示其预测；留空：易发性最高的样本。</translation>
    </message>
    <message>
      <source>A raster of classes from Classify susceptibility.</source>
      <translation>由“易发性分级”得到的级别栅格。</translation>
    </message>
    <message>
      <source>A stack with the factors of all models, found by name.</source>
      <translation>包含所有模型所需因子的因子栈，因子按名称查找。</translation>
    </message>
    <message>
      <source>A stack with the factors of the model, of the training area or of another one.</source>
      <translation>包含模型所需因子的因子栈，可以是训练区的，也可以是其他地区的。</translation>
    </message>
    <message>
      <source>A stack with the factors of the model.</source>
      <translation>包含模型所需因子的因子栈。</translation>
    </message>
    <message>
      <source>A template of your own. Its items with the ids title, map, legend, table, table_title, scale_bar, notes and credits are filled; all others stay as they are.</source>
      <translation>您自己的模板。其中 id 为 title、map、legend、table、table_title、scale_bar、notes 和 credits 的项会被填充；其余保持不变。</translation>
    </message>
    <message>
      <source>AUC by %1 over %2 draws of cells without landslides: %3 ± %4</source>
      <translation>按%1、对 %2 次非滑坡抽样的 AUC：%3 ± %4</translation>
    </message>
    <message>
      <source>AUC with all %1 factors: %2</source>
      <translation>使用全部 %1 个因子的 AUC：%2</translation>
    </message>
    <message>
      <source>Accumulating flow</source>
      <translation>正在累积汇流</translation>
    </message>
    <message>
      <source>Accuracy of cells</source>
      <translation>像元总体精度</translation>
    </message>
    <message>
      <source>Accuracy of cells, first model</source>
      <translation>像元总体精度，第一个模型</translation>
    </message>
    <message>
      <source>Added after scaling; −0.1 for Sentinel-2 products since 2022. Left empty: the raster's own offset, or 0.</source>
      <translation>乘以比例后再加上的数；2022 年以后的 Sentinel-2 产品为 −0.1。留空：采用栅格自带的偏移量，否则为 0。</translation>
    </message>
    <message>
      <source>Aggregate</source>
      <translation>汇总方式</translation>
    </message>
    <message>
      <source>All landslides of the scene, or of the area to judge.</source>
      <translation>该景影像或评价范围内的全部滑坡。</translation>
    </message>
    <message>
      <source>Apple GPU (mps)</source>
      <translation>Apple GPU（mps）</translation>
    </message>
    <message>
      <source>Apply every model to the whole stack and compare classes and scatter; switch it off for a quick look at the metrics alone.</source>
      <translation>将每个模型应用于整个因子栈，比较分级与破碎程度；若只想快速查看指标，可关闭此项。</translation>
    </message>
    <message>
      <source>Apply susceptibility model</source>
      <translation>应用易发性模型</translation>
    </message>
    <message>
      <source>Area %</source>
      <translation>面积 %</translation>
    </message>
    <message>
      <source>Area km²</source>
      <translation>面积 km²</translation>
    </message>
    <message>
      <source>Area of applicability</source>
      <translation>适用域</translation>
    </message>
    <message>
      <source>Area to judge</source>
      <translation>评价范围</translation>
    </message>
    <message>
      <source>Area to search</source>
      <translation>搜索范围</translation>
    </message>
    <message>
      <source>Area under the ROC curve of the validation</source>
      <translation>验证的 ROC 曲线下面积</translation>
    </message>
    <message>
      <source>Area under the success-rate or prediction-rate curve: %1</source>
      <translation>成功率或预测率曲线下面积：%1</translation>
    </message>
    <message>
      <source>Augmentation</source>
      <translation>数据增强</translation>
    </message>
    <message>
      <source>Average precision of cells</source>
      <translation>像元平均精度（AP）</translation>
    </message>
    <message>
      <source>Average precision of cells, first model</source>
      <translation>像元平均精度（AP），第一个模型</translation>
    </message>
    <message>
      <source>Backbone weights</source>
      <translation>骨干网络权重</translation>
    </message>
    <message>
      <source>Background samples</source>
      <translation>背景样本</translation>
    </message>
    <message>
      <source>Band %1 of %2 is labelled alpha (transparency) but holds more than yes and no, so it counts as data, not as a mask; leave it out where that is wrong</source>
      <translation>%2 的波段 %1 标为 alpha（透明度），但其值不只有“是”与“否”，因此按数据而非掩膜处理；若不对，请去掉该波段</translation>
    </message>
    <message>
      <source>Band ratio</source>
      <translation>波段比值</translation>
    </message>
    <message>
      <source>Bands</source>
      <translation>波段</translation>
    </message>
    <message>
      <source>Bands differ from those of the initial model</source>
      <translation>波段与初始模型不同</translation>
    </message>
    <message>
      <source>Bands of the scene that play the model's bands, in the model's order; found by name or order when left empty.</source>
      <translation>影像中与模型波段一一对应的波段，按模型的顺序；留空时按名称或顺序查找。</translation>
    </message>
    <message>
      <source>Bands take over the filters of the initial model: %1</source>
      <translation>波段沿用初始模型的滤波器：%1</translation>
    </message>
    <message>
      <source>Bands to take, in this order; all but a mask of transparency (alpha) when left empty.</source>
      <translation>要采用的波段，按此顺序；留空时取除透明度掩膜（alpha）以外的全部波段。</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>批大小</translation>
    </message>
    <message>
      <source>Best of %1 trials: %2; AUC %3 on its folds</source>
      <translation>%1 次试验中的最佳：%2；其折上的 AUC 为 %3</translation>
    </message>
    <message>
      <source>Best of the search: trial %1 with %2</source>
      <translation>搜索的最佳结果：第 %1 次试验，%2</translation>
    </message>
    <message>
      <source>Blue band</source>
      <translation>蓝波段</translation>
    </message>
    <message>
      <source>Breaching depressions</source>
      <translation>正在破堤连通洼地</translation>
    </message>
    <message>
      <source>Breaks</source>
      <translation>分级界限</translation>
    </message>
    <message>
      <source>Brings rasters and factor stacks onto the grid of the reference and into one factor stack, which every later step takes. Names, kinds, units and labels are kept.

Layers whose cells already lie on the reference pass unchanged, bit for bit. Others are reprojected and resampled: classes and aspect by the nearest cell, continuous factors averaged when their cells are at least twice as fine, otherwise bilinear. A band called aspect is taken for degrees.

The log says for each layer what came in and what was done, how many cells are valid in every factor, and which layer removes most. A factor that is constant or nodata all over is refused.

Every layer is read twice. Memory does not grow with the raster; Cancel keeps nothing.</source>
      <translation>将栅格和因子栈统一到参考栅格的格网上，合成一个因子栈，供后续各步使用。名称、类型、单位和标签均予保留。

单元本已与参考一致的图层原样通过，逐位不变。其他图层经重投影和重采样：类别和坡向取最近单元；连续因子在其单元至少细一倍时取平均，否则用双线性。名为 aspect 的波段按度处理。

日志逐层说明输入是什么、做了什么、多少单元在所有因子中有效，以及哪个图层去除的单元最多。恒定或全为无数据的因子会被拒绝。

每个图层读取两遍。内存不随栅格增大；取消时不留下任何文件。</translation>
    </message>
    <message>
      <source>Buffer (m)</source>
      <translation>缓冲距离 (m)</translation>
    </message>
    <message>
      <source>COCO AP of boxes</source>
      <translation>COCO 边框 AP</translation>
    </message>
    <message>
      <source>COCO AP of boxes at IoU 0.5</source>
      <translation>COCO 边框 AP（IoU 0.5）</translation>
    </message>
    <message>
      <source>COCO AP of boxes at IoU 0.5, first model</source>
      <translation>COCO 边框 AP（IoU 0.5），第一个模型</translation>
    </message>
    <message>
      <source>COCO AP of boxes at IoU 0.75</source>
      <translation>COCO 边框 AP（IoU 0.75）</translation>
    </message>
    <message>
      <source>COCO AP of boxes at IoU 0.75, first model</source>
      <translation>COCO 边框 AP（IoU 0.75），第一个模型</translation>
    </message>
    <message>
      <source>COCO AP of boxes, first model</source>
      <translation>COCO 边框 AP，第一个模型</translation>
    </message>
    <message>
      <source>COCO AP of masks</source>
      <translation>COCO 掩膜 AP</translation>
    </message>
    <message>
      <source>COCO AP of masks at IoU 0.5</source>
      <translation>COCO 掩膜 AP（IoU 0.5）</translation>
    </message>
    <message>
      <source>COCO AP of masks at IoU 0.5, first model</source>
      <translation>COCO 掩膜 AP（IoU 0.5），第一个模型</translation>
    </message>
    <message>
      <source>COCO AP of masks at IoU 0.75</source>
      <translation>COCO 掩膜 AP（IoU 0.75）</translation>
    </message>
    <message>
      <source>COCO AP of masks at IoU 0.75, first model</source>
      <translation>COCO 掩膜 AP（IoU 0.75），第一个模型</translation>
    </message>
    <message>
      <source>COCO AP of masks, first model</source>
      <translation>COCO 掩膜 AP，第一个模型</translation>
    </message>
    <message>
      <source>COCO AR of boxes</source>
      <translation>COCO 边框 AR</translation>
    </message>
    <message>
      <source>COCO AR of boxes, first model</source>
      <translation>COCO 边框 AR，第一个模型</translation>
    </message>
    <message>
      <source>COCO AR of masks</source>
      <translation>COCO 掩膜 AR</translation>
    </message>
    <message>
      <source>COCO AR of masks, first model</source>
      <translation>COCO 掩膜 AR，第一个模型</translation>
    </message>
    <message>
      <source>COCO chips and average precision</source>
      <translation>COCO 切片与平均精度</translation>
    </message>
    <message>
      <source>CSV files (*.csv)</source>
      <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
      <source>Calibration</source>
      <translation>校准</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Cancelled.</source>
      <translation>已取消。</translation>
    </message>
    <message>
      <source>Cancelled: no output was written.</source>
      <translation>已取消：没有写出任何输出。</translation>
    </message>
    <message>
      <source>Cancelled: nothing was changed.</source>
      <translation>已取消：没有任何改变。</translation>
    </message>
    <message>
      <source>Categorical factor</source>
      <translation>类别因子</translation>
    </message>
    <message>
      <source>Categorical factors</source>
      <translation>类别因子（多个）</translation>
    </message>
    <message>
      <source>Cell size</source>
      <translation>单元大小</translation>
    </message>
    <message>
      <source>Cells a side</source>
      <translation>边长（单元数）</translation>
    </message>
    <message>
      <source>Cells farther away get this distance. Left empty: no limit.</source>
      <translation>更远的单元取此距离。留空：不限。</translation>
    </message>
    <message>
      <source>Cells from one chip to the next; half the chip size when left empty.</source>
      <translation>相邻切片之间的单元数；留空时为切片大小的一半。</translation>
    </message>
    <message>
      <source>Cells of the DEM along each side, %1 to %2; a cell is 30 m, so 512 make 15 km. Images have three times as many</source>
      <translation>DEM 每边的单元数，%1 至 %2；单元为 30 m，因此 512 个为 15 km。影像每边单元数为其三倍</translation>
    </message>
    <message>
      <source>Cells of the DEM along each side, 64 to 1024; a cell is 30 m, so 512 make 15 km. Images have three times as many.</source>
      <translation>DEM 每边的单元数，64 至 1024；单元为 30 m，因此 512 个为 15 km。影像每边单元数为其三倍。</translation>
    </message>
    <message>
      <source>Cells read together</source>
      <translation>一次读取的单元数</translation>
    </message>
    <message>
      <source>Cells that are nodata in the reference are nodata in the factor.</source>
      <translation>参考栅格中无数据的单元，在因子中也为无数据。</translation>
    </message>
    <message>
      <source>Cells that are nodata in the reference are nodata in the factor; they can be measured all the same.</source>
      <translation>参考栅格中无数据的单元，在因子中也为无数据；但仍可以计算到它们的距离。</translation>
    </message>
    <message>
      <source>Cells without landslides</source>
      <translation>非滑坡单元</translation>
    </message>
    <message>
      <source>Cells without landslides per landslide cell</source>
      <translation>每个滑坡单元对应的非滑坡单元数</translation>
    </message>
    <message>
      <source>Changes the values of a scene so that they look like those of another, band by band, before a detector that was trained on the other one sees it.

histogram gives each value the one with the same share of cells below it in the reference. The scenes may lie apart, but should show the same kinds of ground in like shares.

pif finds the cells that did not change between two scenes of one place by iteratively re-weighted multivariate alteration detection, and puts a line through them for each band by orthogonal regression. Landslides, clouds and fields that changed do not count.

The output has the grid, data type, nodata value and band names of the scene; values beyond the data type are cut. Scenes are read two or three times; memory does not grow with them. Cancel keeps nothing.</source>
      <translation>逐波段改变一景影像的数值，使其看起来与另一景相似，然后再交给用另一景训练的识别模型。

histogram 将每个数值变为参考影像中累计比例相同的数值。两景可以不在一处，但应以相近的比例显示同类地物。

pif 用迭代加权多元变化检测在同一地点的两景之间寻找未变化的单元，并用正交回归为每个波段拟合一条直线。滑坡、云和变化的农田不参与计算。

输出保持影像的格网、数据类型、无数据值和波段名称；超出数据类型的数值会被截断。影像读取两到三遍；内存不随其增大。取消时不留下任何文件。</translation>
    </message>
    <message>
      <source>Check environment</source>
      <translation>检查环境</translation>
    </message>
    <message>
      <source>Check environment…</source>
      <translation>检查环境…</translation>
    </message>
    <message>
      <source>Checked on %1 cells: the gap is at most %2 (%3)</source>
      <translation>在 %1 个单元上检查：差距最大为 %2（%3）</translation>
    </message>
    <message>
      <source>Checked: average plus SHAP values differ from the prediction by at most %1 (%2)</source>
      <translation>已检查：平均值加 SHAP 值与预测之差最大为 %1（%2）</translation>
    </message>
    <message>
      <source>Checkpoint</source>
      <translation>检查点</translation>
    </message>
    <message>
      <source>Chip size (cells)</source>
      <translation>切片大小（单元）</translation>
    </message>
    <message>
      <source>Chips</source>
      <translation>切片</translation>
    </message>
    <message>
      <source>Chips per step; halved with a note when the memory does not suffice</source>
      <translation>每步的切片数；内存不足时减半并给出提示</translation>
    </message>
    <message>
      <source>Chips per step; halved with a note when the memory does not suffice. Empty: as the preset says.</source>
      <translation>每步的切片数；内存不足时减半并给出提示。留空：采用预设值。</translation>
    </message>
    <message>
      <source>Choose names</source>
      <translation>选择名称</translation>
    </message>
    <message>
      <source>Class</source>
      <translation>级别</translation>
    </message>
    <message>
      <source>Class numbers from 1 (lowest), 0 where the map has no value; with colour table, attribute table and style.</source>
      <translation>从 1（最低）开始的级别号，地图无值处为 0；带色表、属性表和样式。</translation>
    </message>
    <message>
      <source>Class weights</source>
      <translation>类别权重</translation>
    </message>
    <message>
      <source>Classes</source>
      <translation>级别数</translation>
    </message>
    <message>
      <source>Classes of %1</source>
      <translation>%1 的级别</translation>
    </message>
    <message>
      <source>Classes of each map.</source>
      <translation>每幅图的级别数。</translation>
    </message>
    <message>
      <source>Classes of every continuous factor without limits of its own, 2 to 50.</source>
      <translation>没有单独给定界限的每个连续因子的级别数，2 至 50。</translation>
    </message>
    <message>
      <source>Classify susceptibility</source>
      <translation>易发性分级</translation>
    </message>
    <message>
      <source>Classifying</source>
      <translation>正在分级</translation>
    </message>
    <message>
      <source>Clean inventory</source>
      <translation>清理滑坡编目</translation>
    </message>
    <message>
      <source>Cleaned inventory</source>
      <translation>清理后的滑坡编目</translation>
    </message>
    <message>
      <source>Clusters</source>
      <translation>聚类数</translation>
    </message>
    <message>
      <source>Compare susceptibility models</source>
      <translation>比较易发性模型</translation>
    </message>
    <message>
      <source>Compare the maps too</source>
      <translation>同时比较地图</translation>
    </message>
    <message>
      <source>Comparing cells</source>
      <translation>正在比较像元</translation>
    </message>
    <message>
      <source>Comparing landslides</source>
      <translation>正在比较滑坡</translation>
    </message>
    <message>
      <source>Comparing with %1</source>
      <translation>正在与 %1 比较</translation>
    </message>
    <message>
      <source>Comparison of the maps</source>
      <translation>地图比较</translation>
    </message>
    <message>
      <source>Compute on</source>
      <translation>计算设备</translation>
    </message>
    <message>
      <source>Computing</source>
      <translation>计算</translation>
    </message>
    <message>
      <source>Computing %1</source>
      <translation>正在计算 %1</translation>
    </message>
    <message>
      <source>Continuous factors are cut at natural breaks, the exact optimum (Fisher–Jenks) over all cells</source>
      <translation>连续因子按自然断点分级，取全部单元上的精确最优解（Fisher–Jenks）</translation>
    </message>
    <message>
      <source>Continuous factors are cut at the limits of BREAKS</source>
      <translation>连续因子按 BREAKS 的界限分级</translation>
    </message>
    <message>
      <source>Continuous factors are cut into classes of equal area</source>
      <translation>连续因子按等面积分级</translation>
    </message>
    <message>
      <source>Continuous factors are cut into classes of equal width</source>
      <translation>连续因子按等宽度分级</translation>
    </message>
    <message>
      <source>Coordinate system: {name} ({code})</source>
      <translation>坐标系：{name}（{code}）</translation>
    </message>
    <message>
      <source>Coordinates of a table without geometry</source>
      <translation>无几何表格的坐标</translation>
    </message>
    <message>
      <source>Counting</source>
      <translation>正在计数</translation>
    </message>
    <message>
      <source>Counting landslide cells</source>
      <translation>正在统计滑坡单元</translation>
    </message>
    <message>
      <source>Create synthetic study area</source>
      <translation>生成合成研究区</translation>
    </message>
    <message>
      <source>Create training chips</source>
      <translation>生成训练切片</translation>
    </message>
    <message>
      <source>Crossing flat ground</source>
      <translation>正在穿越平坦区</translation>
    </message>
    <message>
      <source>Cuts a scene with mapped landslides into square chips from which a detector learns, and splits them into training, validation and test chips.

The split is by place: validation and test get territories of their own, no landslide has cells in two splits, and no cell of a chip is in a chip of another split. Chips across a border are left out; territories are drawn so that few are. Chips without landslides are added by Negatives per positive chip.

The folder holds images (type, bands and nodata of the scene), masks (1 landslide, 0 not, 255 nodata), annotations in COCO format and dataset.json with the statistics of the training chips. The inventory may be in any coordinate reference system; invalid and 3-D geometries are repaired for the run, with a note in the log. Some hundred chips are written per second; Cancel keeps nothing.</source>
      <translation>将一景已编录滑坡的影像切成供识别模型学习的方形切片，并划分为训练、验证和测试切片。

按位置划分：验证和测试各有自己的区域，任何滑坡的单元都不会落入两个划分，一个划分的切片也不与另一划分的切片共用单元。跨界的切片会被略去；区域的划定使其尽量少。不含滑坡的切片按“每个正切片的负切片数”加入。

文件夹中有 images（保持影像的类型、波段和无数据值）、masks（1 滑坡，0 非滑坡，255 无数据）、COCO 格式的 annotations，以及含训练切片统计量的 dataset.json。滑坡编目可为任意坐标参考系；无效和三维几何在运行时修复，并在日志中说明。每秒可写出数百个切片；取消时不留下任何文件。</translation>
    </message>
    <message>
      <source>Cuts a susceptibility map into classes from very low to very high and, with an inventory, says how much of the area and of the landslides each class holds.

OUTPUT is a raster of class numbers from 1 (lowest) with colours, attribute table and style. TABLE has area, landslide area, frequency ratio and landslide density per class; the frequency ratio should rise from class to class, and a warning says where it does not. REPORT adds a map, figures and the curve of how many landslides lie in the most susceptible part of the area: the success rate with the landslides of the training, the prediction rate with others.

Natural breaks are the exact optimum over all cells. The map is read two or three times in pieces, so memory does not grow with it; 10 million cells take a few seconds. Cancel keeps nothing.</source>
      <translation>将易发性图分为从极低到极高的级别；若有滑坡编目，还会说明每级所占的面积和滑坡。

OUTPUT 是从 1（最低）开始的级别号栅格，带颜色、属性表和样式。TABLE 列出每级的面积、滑坡面积、频率比和滑坡密度；频率比应逐级升高，若不然会给出警告。REPORT 另有地图、图件，以及最易发区域中滑坡所占比例的曲线：用训练滑坡得到成功率，用其他滑坡得到预测率。

自然断点是全部单元上的精确最优解。地图分块读取两到三遍，因此内存不随其增大；一千万个单元只需几秒。取消时不留下任何文件。</translation>
    </message>
    <message>
      <source>Cuts every factor of a stack into classes and says how landslides fall on them: frequency ratio (share of the landslide cells in a class over its share of the area), weights of evidence with contrast and studentised contrast, and information value.

TABLE has one row per class; REPORT adds a figure per factor. OUTPUT is the stack recoded to the frequency ratio of the classes and scaled to 0–1, which makes factors of every kind comparable. Directions are cut into eight sectors and flat ground, categories are classes as they are.

The stack is read two to four times in pieces, so memory does not grow with it. Cancel keeps nothing.</source>
      <translation>将因子栈的每个因子分级，并说明滑坡在各级中的分布：频率比（该级中滑坡单元的比例与面积比例之比）、证据权及其对比度与学生化对比度，以及信息量。

TABLE 每级一行；REPORT 为每个因子加一幅图。OUTPUT 是按各级频率比重新编码并缩放到 0–1 的因子栈，使各类因子可以相互比较。方向分为八个方位和平地，类别按原样作为级别。

因子栈分块读取两到四遍，因此内存不随其增大。取消时不留下任何文件。</translation>
    </message>
    <message>
      <source>DEM</source>
      <translation>DEM</translation>
    </message>
    <message>
      <source>DeepLIFT (rescale rule, Shapley values at max-pools) against every background patch, averaged, in log-odds; attributions are summed over the window and over the encoded columns of a factor</source>
      <translation>DeepLIFT（rescale 规则，最大池化处用 Shapley 值），对每个背景窗口计算后取平均，以对数几率表示；归因在窗口内及一个因子的各编码列上求和</translation>
    </message>
    <message>
      <source>Deepest tree; left empty: what suits the model.</source>
      <translation>最深的树；留空：采用适合该模型的值。</translation>
    </message>
    <message>
      <source>Denominator of the ratio</source>
      <translation>比值的分母</translation>
    </message>
    <message>
      <source>Depressions</source>
      <translation>洼地</translation>
    </message>
    <message>
      <source>Depressions were left as they are</source>
      <translation>洼地保持原样</translation>
    </message>
    <message>
      <source>Depth of trees</source>
      <translation>树的深度</translation>
    </message>
    <message>
      <source>Derives a factor from a multispectral scene: NDVI = (NIR − R) / (NIR + R), NDWI = (G − NIR) / (G + NIR), BSI = ((SWIR + R) − (NIR + B)) / ((SWIR + R) + (NIR + B)), or the ratio of any two bands.

With further dates the index is computed per date and the maximum or median over the dates is kept; a date that is nodata in a cell (cloud, say) is left out there. Cells where the denominator is zero become nodata, and reflectance below zero, which haze correction leaves, counts as zero in the three normalised differences.

The output is a factor stack of one band on the grid of the scene. Memory does not grow with the scene; Cancel keeps nothing.</source>
      <translation>由多光谱影像导出一个因子：NDVI = (NIR − R) / (NIR + R)，NDWI = (G − NIR) / (G + NIR)，BSI = ((SWIR + R) − (NIR + B)) / ((SWIR + R) + (NIR + B))，或任意两个波段之比。

给出更多日期时，逐日期计算指数并保留各日期的最大值或中值；某日期在某单元无数据（例如有云）时，该处略去此日期。分母为零的单元为无数据；在三个归一化差值中，去雾校正留下的负反射率按零计。

输出是影像格网上的单波段因子栈。内存不随影像增大；取消时不留下任何文件。</translation>
    </message>
    <message>
      <source>Derives up to ten conditioning factors from a DEM and writes them as one factor stack. The bands: altitude (m), slope (degrees), aspect (degrees clockwise from north, -1 where flat), plan and profile curvature (1/m, positive where convex), relief (highest minus lowest height in a window, m), roughness (surface over plan area), terrain ruggedness index (Riley et al. 1999, m), topographic wetness index ln(a / tan b) and stream power index a · tan b (m), where a is the upslope area per metre of contour and tan b is at least 0.001.

Cells at the edge of the map and beside cells without data get values as with gdaldem -compute_edges. Upslope area counts only what lies on the DEM: use one that covers whole catchments.

Takes seconds for ten million cells; the wetness and stream power indices need the whole DEM in memory (the log says how much before it starts), the other factors do not. Cancel leaves no output.</source>
      <translation>由 DEM 导出最多十个条件因子，写成一个因子栈。波段有：altitude（高程，m）、slope（坡度，度）、aspect（坡向，自北顺时针的度数，平地为 -1）、plan 与 profile curvature（平面与剖面曲率，1/m，凸为正）、relief（窗口内最高与最低之差，m）、roughness（地表面积与水平面积之比）、地形崎岖指数（Riley 等 1999，m）、地形湿度指数 ln(a / tan b) 和汇流动力指数 a · tan b（m），其中 a 为单位等高线宽度的上游面积，tan b 不小于 0.001。

图幅边缘及无数据旁的单元按 gdaldem -compute_edges 的方式取值。上游面积只计 DEM 上的部分：请使用覆盖整个流域的 DEM。

一千万个单元需几秒；湿度指数和汇流动力指数需要把整个 DEM 放入内存（开始前日志会说明需要多少），其他因子不需要。取消时不留下输出。</translation>
    </message>
    <message>
      <source>Deriving terrain factors</source>
      <translation>正在导出地形因子</translation>
    </message>
    <message>
      <source>Detect landslides</source>
      <translation>识别滑坡</translation>
    </message>
    <message>
      <source>Detecting and cleaning</source>
      <translation>识别与清理</translation>
    </message>
    <message>
      <source>Detector</source>
      <translation>识别模型</translation>
    </message>
    <message>
      <source>Distance</source>
      <translation>距离</translation>
    </message>
    <message>
      <source>Distance around the layers without landslides that belongs to them.</source>
      <translation>无滑坡图层周围也归属于它们的距离。</translation>
    </message>
    <message>
      <source>Distance factor</source>
      <translation>距离因子</translation>
    </message>
    <message>
      <source>Distance kept from landslides</source>
      <translation>与滑坡保持的距离</translation>
    </message>
    <message>
      <source>Dominant factor</source>
      <translation>主导因子</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>Done.</source>
      <translation>完成。</translation>
    </message>
    <message>
      <source>Draw cells without landslides only where every factor lies within the range seen at landslides, so that the model does not learn what is obvious (plains, glaciers).</source>
      <translation>只在每个因子都处于滑坡处所见范围内的地方抽取非滑坡单元，以免模型学到显而易见的东西（平原、冰川）。</translation>
    </message>
    <message>
      <source>Draw cells without landslides only where the factor slope is at least this, in its units; 0: anywhere.</source>
      <translation>只在坡度因子不小于此值（按其单位）处抽取非滑坡单元；0：不限。</translation>
    </message>
    <message>
      <source>Drawing cells without landslides</source>
      <translation>正在抽取非滑坡单元</translation>
    </message>
    <message>
      <source>Drawing landslides</source>
      <translation>正在绘制滑坡</translation>
    </message>
    <message>
      <source>Drawing outlines</source>
      <translation>正在绘制轮廓</translation>
    </message>
    <message>
      <source>Drawing splits</source>
      <translation>正在划分</translation>
    </message>
    <message>
      <source>Drawing the scene</source>
      <translation>正在绘制影像</translation>
    </message>
    <message>
      <source>Draws cells with and without landslides from a factor stack and says which are for training and which for testing.

A landslide is never split: mapped features that share a cell count as one and stand on one side. With spatial_blocks whole squares of the map go to one side, which tells how a model does where it has seen nothing; with random it does only as well as neighbours resemble each other. Landslides smaller than a cell keep one cell. Cells without landslides keep BUFFER away from every landslide.

The output has a point per cell with the fields landslide (1 or 0), landslide_id, fold (1, 2, …; 0 for test), split (train or test), block (the number of its square, cluster or value of FIELD) and draw (1, 2, … with REPEATS; 0 for landslides, which belong to every draw). The report maps the test part and the folds. The factor stack is read once, in windows; cancelling writes nothing.</source>
      <translation>从因子栈抽取滑坡与非滑坡单元，并标明哪些用于训练、哪些用于测试。

一个滑坡绝不拆开：共用单元的制图要素视为一个，归于同一侧。用 spatial_blocks 时整块地图归于一侧，可说明模型在未见之处的表现；用 random 时，其表现只取决于相邻单元的相似程度。小于一个单元的滑坡保留一个单元。非滑坡单元与每个滑坡保持 BUFFER 的距离。

输出为每个单元一个点，字段有 landslide（1 或 0）、landslide_id、fold（1、2 …；测试为 0）、split（train 或 test）、block（所属方块、聚类或 FIELD 值的编号）和 draw（使用 REPEATS 时为 1、2 …；滑坡为 0，属于每次抽样）。报告绘出测试部分和各折。因子栈按窗口读取一遍；取消时不写出任何文件。</translation>
    </message>
    <message>
      <source>EXCLUSIONS: %1 has lines or points, which exclude nothing without BUFFER</source>
      <translation>EXCLUSIONS：%1 含线或点，没有 BUFFER 时不排除任何内容</translation>
    </message>
    <message>
      <source>EXCLUSIONS: %1 holds no shapes and excludes nothing</source>
      <translation>EXCLUSIONS：%1 没有图形，不排除任何内容</translation>
    </message>
    <message>
      <source>Each factor as the frequency ratio of its classes, scaled so that the lowest becomes 0 and the highest 1.</source>
      <translation>每个因子以其各级的频率比表示，并缩放使最低为 0、最高为 1。</translation>
    </message>
    <message>
      <source>Elevation</source>
      <translation>高程</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>编码</translation>
    </message>
    <message>
      <source>Ensemble, weights and probabilities</source>
      <translation>集成、权重与概率</translation>
    </message>
    <message>
      <source>Environment</source>
      <translation>环境</translation>
    </message>
    <message>
      <source>Epoch %1 of %2: loss %3</source>
      <translation>第 %1 轮（共 %2 轮）：损失 %3</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>轮数</translation>
    </message>
    <message>
      <source>Epochs at most</source>
      <translation>最多轮数</translation>
    </message>
    <message>
      <source>Epochs or boosted trees without progress after which training stops; 0: never, all are run</source>
      <translation>连续多少轮（或多少棵提升树）没有进展就停止训练；0：从不提前停止，全部跑完</translation>
    </message>
    <message>
      <source>Epochs or boosted trees without progress after which training stops; 0: never, all are run; left empty: what suits the model.</source>
      <translation>连续多少轮（或多少棵提升树）没有进展就停止训练；0：从不提前停止，全部跑完；留空：采用适合该模型的值。</translation>
    </message>
    <message>
      <source>Epochs without a better validation score after which training ends early; 0 never ends early</source>
      <translation>验证得分多少轮没有提高后提前结束训练；0 表示从不提前结束</translation>
    </message>
    <message>
      <source>Epochs without a better validation score after which training ends early; 0 never ends early. Empty: as the preset says.</source>
      <translation>验证得分多少轮没有提高后提前结束训练；0 表示从不提前结束。留空：采用预设值。</translation>
    </message>
    <message>
      <source>Epochs: %1; the weights of epoch %2 were kept</source>
      <translation>轮数：%1；保留第 %2 轮的权重</translation>
    </message>
    <message>
      <source>Equal intervals between the lowest and the highest value</source>
      <translation>最低值与最高值之间的等间隔</translation>
    </message>
    <message>
      <source>Eroding the relief</source>
      <translation>正在侵蚀地形</translation>
    </message>
    <message>
      <source>Evaluate detector</source>
      <translation>评价识别模型</translation>
    </message>
    <message>
      <source>Evaluating chips</source>
      <translation>正在评价切片</translation>
    </message>
    <message>
      <source>Every package works.</source>
      <translation>所有软件包均可使用。</translation>
    </message>
    <message>
      <source>Exclusion</source>
      <translation>排除区</translation>
    </message>
    <message>
      <source>Explained is the model before its calibration curve</source>
      <translation>解释的是校准曲线之前的模型</translation>
    </message>
    <message>
      <source>Explaining</source>
      <translation>正在解释</translation>
    </message>
    <message>
      <source>Explains a susceptibility model: how much each factor moves the prediction at a place away from the average over training samples (SHAP values), in log-odds, or for a random forest in probability.

REPORT shows which factors matter, how the effect of each goes with its own value and which other factor changes it, and one place factor by factor. TABLE has the values of every sample. OUTPUT maps the contribution of each factor, DOMINANT the factor that contributes most to each cell.

Trees are explained exactly; networks by DeepLIFT, summed over the surroundings of a cell. Every run checks that average and SHAP values add up to the prediction, within 0.001. Samples take seconds to a minute. A map explains every cell as if it were a sample, so that of a large area can take hours. The cost grows with BACKGROUND. Cancel works at any time and keeps nothing.</source>
      <translation>解释一个易发性模型：每个因子使某处的预测偏离训练样本平均值多少（SHAP 值），以对数几率表示，随机森林则以概率表示。

REPORT 展示哪些因子重要、每个因子的作用如何随其自身数值变化、哪个其他因子会改变它，并逐因子解释一处地点。TABLE 列出每个样本的值。OUTPUT 绘出每个因子的贡献，DOMINANT 绘出每个单元贡献最大的因子。

树模型精确解释；网络用 DeepLIFT，并在单元的周围窗口内求和。每次运行都会检查平均值加 SHAP 值等于预测，误差不超过 0.001。样本需几秒到一分钟。制图相当于把每个单元都当作样本解释，大区域可能需要数小时。代价随 BACKGROUND 增长。任何时候都可取消，且不留下任何文件。</translation>
    </message>
    <message>
      <source>Export detector to ONNX</source>
      <translation>导出识别模型为 ONNX</translation>
    </message>
    <message>
      <source>F1 of cells, first model</source>
      <translation>像元 F1，第一个模型</translation>
    </message>
    <message>
      <source>F1 of landslides at mask IoU 0.5</source>
      <translation>滑坡 F1（掩膜 IoU 0.5）</translation>
    </message>
    <message>
      <source>F1 of landslides at mask IoU 0.5, first model</source>
      <translation>滑坡 F1（掩膜 IoU 0.5），第一个模型</translation>
    </message>
    <message>
      <source>Factor stack</source>
      <translation>因子栈</translation>
    </message>
    <message>
      <source>Factor stack on the grid of the DEM.</source>
      <translation>DEM 格网上的因子栈。</translation>
    </message>
    <message>
      <source>Factors</source>
      <translation>因子</translation>
    </message>
    <message>
      <source>Factors from the DEM</source>
      <translation>由 DEM 得到的因子</translation>
    </message>
    <message>
      <source>Factors to draw</source>
      <translation>要绘制的因子</translation>
    </message>
    <message>
      <source>Factors used</source>
      <translation>使用的因子</translation>
    </message>
    <message>
      <source>Factors with a larger variance inflation factor are candidates to be dropped; 5 and 10 are usual.</source>
      <translation>方差膨胀因子大于此值的因子为剔除候选；常用 5 和 10。</translation>
    </message>
    <message>
      <source>Faults</source>
      <translation>断层</translation>
    </message>
    <message>
      <source>Features</source>
      <translation>要素</translation>
    </message>
    <message>
      <source>Features are put on cells this many times finer: 1 measures to the reference's own cells, 2 brings the error below half a cell, 4 below a fifth.</source>
      <translation>要素栅格化到细多少倍的单元上：1 以参考栅格自身的单元量测，2 使误差小于半个单元，4 小于五分之一。</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>字段</translation>
    </message>
    <message>
      <source>Field of the lithology</source>
      <translation>岩性字段</translation>
    </message>
    <message>
      <source>Field of the measured value. Rows without a number in it are left out.</source>
      <translation>量测值所在的字段。没有数字的行会被略去。</translation>
    </message>
    <message>
      <source>Field of the polygons that holds the class, text or number.</source>
      <translation>多边形中存放类别的字段，文本或数字。</translation>
    </message>
    <message>
      <source>Field of the polygons that holds the class, text or number. Not needed for a raster.</source>
      <translation>多边形中存放类别的字段，文本或数字。栅格不需要。</translation>
    </message>
    <message>
      <source>Field of x or longitude</source>
      <translation>x 或经度字段</translation>
    </message>
    <message>
      <source>Field of y or latitude</source>
      <translation>y 或纬度字段</translation>
    </message>
    <message>
      <source>Field that splits</source>
      <translation>划分字段</translation>
    </message>
    <message>
      <source>File that keeps the state after each epoch, also when the run is cancelled: the same run with the same file goes on from there and gives the result of an uninterrupted one. Removed when the training is complete.</source>
      <translation>在每轮之后保存状态的文件，取消时也保存：用同一文件再次运行会从那里继续，结果与未中断时相同。训练完成后删除。</translation>
    </message>
    <message>
      <source>File with weights of torchvision's resnet18, resnet50 or vgg13_bn for the network's backbone. Nothing is downloaded; random weights when left empty.</source>
      <translation>含 torchvision 的 resnet18、resnet50 或 vgg13_bn 权重的文件，用于网络的骨干。不下载任何内容；留空时用随机权重。</translation>
    </message>
    <message>
      <source>Files chosen: {count}</source>
      <translation>已选文件：{count}</translation>
    </message>
    <message>
      <source>Files gone</source>
      <translation>文件已不在</translation>
    </message>
    <message>
      <source>Files in %1 are still in use: close QGIS and remove it once more, from the terminal, to free the disk</source>
      <translation>%1 中的文件仍在使用：请关闭 QGIS，再从终端移除一次以释放磁盘</translation>
    </message>
    <message>
      <source>Fills in what is left empty below. standard: U-Net with squeeze-and-excitation, 40 epochs. moxi: Mask R-CNN ResNet-50 on 512-cell chips, 100 epochs. yixian: dice and focal loss, 128-cell chips, 50 epochs. zhangjiajie: attention U-Net, focal loss, Adam, batches of 4, 128-cell chips, 50 epochs, after a search of 30 trials.</source>
      <translation>填充下面留空的项。standard：带挤压激励的 U-Net，40 轮。moxi：Mask R-CNN ResNet-50，512 单元切片，100 轮。yixian：dice 与 focal 损失，128 单元切片，50 轮。zhangjiajie：注意力 U-Net，focal 损失，Adam，批大小 4，128 单元切片，搜索 30 次试验后训练 50 轮。</translation>
    </message>
    <message>
      <source>Finding class limits</source>
      <translation>正在寻找分级界限</translation>
    </message>
    <message>
      <source>Finding flow directions</source>
      <translation>正在寻找流向</translation>
    </message>
    <message>
      <source>Finds factors that others already explain (variance inflation factor, tolerance, correlations), measures how much a random forest needs each factor to tell landslides from other cells, and selects factors: among those over the limit the least important is dropped, until none is over it.

TABLE has one row per factor, REPORT adds the figures and every step of the selection, SELECTED are the names of the factors kept, and OUTPUT is the stack of these.

Looks at training samples, or at landslide cells and as many others drawn from an inventory, at most 5,000 of each kind; takes half a minute. Cancel keeps nothing.</source>
      <translation>找出已被其他因子解释的因子（方差膨胀因子、容忍度、相关系数），度量随机森林区分滑坡与其他单元时对每个因子的需要，并选择因子：在超过界限的因子中剔除最不重要的一个，直到没有因子超过界限。

TABLE 每个因子一行，REPORT 另有图件和选择的每一步，SELECTED 为保留因子的名称，OUTPUT 为这些因子的因子栈。

使用训练样本，或滑坡单元与从编目中抽取的同样多的其他单元，每类最多 5,000 个；约需半分钟。取消时不留下任何文件。</translation>
    </message>
    <message>
      <source>Finds the landslides in a scene with a model from Train detector and draws them as polygons.

Each polygon has a score (mean probability of its cells), area_m2, perimeter_m, length_m and width_m (sides of the smallest rectangle around it), class and source. Outlines are simplified by at most half a cell. Cells without data never become landslide.

The network looks at overlapping windows of the size of its training chips, and predictions blend where windows overlap, so the result does not depend on Cells read together. Bands are matched by name where scene and model have names, otherwise by order, and normalised with the statistics of the training chips.

About one to five million cells a minute on two processor cores, a hundred times that on a GPU; memory does not grow with the scene. Cancel keeps nothing.</source>
      <translation>用“训练识别模型”得到的模型在影像中寻找滑坡，并绘成多边形。

每个多边形有 score（其单元的平均概率）、area_m2、perimeter_m、length_m 和 width_m（最小外接矩形的边长）、class 和 source。轮廓的简化不超过半个单元。无数据的单元绝不会成为滑坡。

网络查看与训练切片同样大小的重叠窗口，重叠处的预测相互融合，因此结果不取决于“一次读取的单元数”。影像和模型都有波段名称时按名称对应，否则按顺序，并用训练切片的统计量归一化。

双核处理器每分钟约一百万至五百万个单元，GPU 约为其百倍；内存不随影像增大。取消时不留下任何文件。</translation>
    </message>
    <message>
      <source>Fine-tuned detector</source>
      <translation>微调后的识别模型</translation>
    </message>
    <message>
      <source>Finished before, and kept: {files}.</source>
      <translation>此前已完成并保留：{files}。</translation>
    </message>
    <message>
      <source>Fitting</source>
      <translation>正在拟合</translation>
    </message>
    <message>
      <source>Flow</source>
      <translation>汇流</translation>
    </message>
    <message>
      <source>Flow is routed over the whole DEM at once: about %1 MB of memory, at most %2 MB</source>
      <translation>汇流一次性在整个 DEM 上计算：约 %1 MB 内存，最多 %2 MB</translation>
    </message>
    <message>
      <source>Focal alpha</source>
      <translation>Focal α</translation>
    </message>
    <message>
      <source>Focal gamma</source>
      <translation>Focal γ</translation>
    </message>
    <message>
      <source>Fold %1 holds one class only and was merged with fold %2</source>
      <translation>第 %1 折只有一类，已并入第 %2 折</translation>
    </message>
    <message>
      <source>Folder made by Create training chips, or a COCO data set of PNG, JPEG or TIFF pictures, such as Labelme's converter writes: annotations/train.json, val.json and test.json, or one annotations.json for all, and the pictures.</source>
      <translation>由“生成训练切片”得到的文件夹，或由 PNG、JPEG、TIFF 图片组成的 COCO 数据集，例如 Labelme 转换器写出的：annotations/train.json、val.json 和 test.json，或全部共用一个 annotations.json，以及图片。</translation>
    </message>
    <message>
      <source>Folder of chips, or COCO data set, to judge by; or give a scene and its inventory.</source>
      <translation>用于评价的切片文件夹或 COCO 数据集；也可给出一景影像及其滑坡编目。</translation>
    </message>
    <message>
      <source>Folder of wheels</source>
      <translation>wheel 文件夹</translation>
    </message>
    <message>
      <source>Folds</source>
      <translation>折数</translation>
    </message>
    <message>
      <source>For a table without geometry, such as EPSG:4326 for degrees. Left empty: that of the reference.</source>
      <translation>用于没有几何的表格，例如以度为单位的 EPSG:4326。留空：与参考栅格相同。</translation>
    </message>
    <message>
      <source>For a table without geometry: the field that holds %1</source>
      <translation>用于没有几何的表格：存放 %1 的字段</translation>
    </message>
    <message>
      <source>For a table without geometry: the field that holds x or longitude.</source>
      <translation>用于没有几何的表格：存放 x 或经度的字段。</translation>
    </message>
    <message>
      <source>For a table without geometry: the field that holds y or latitude.</source>
      <translation>用于没有几何的表格：存放 y 或纬度的字段。</translation>
    </message>
    <message>
      <source>For how many of the most important factors the report shows the dependence.</source>
      <translation>报告对最重要的多少个因子绘出依赖关系。</translation>
    </message>
    <message>
      <source>For manual: the limits between the classes, such as 0.2, 0.4, 0.6, 0.8. For landslide_share: the percentage of the landslides in each class, the highest class first, such as 50, 25, 15, 7, 3; left empty: equal shares.</source>
      <translation>manual：各级之间的界限，例如 0.2, 0.4, 0.6, 0.8。landslide_share：每级所含滑坡的百分比，最高级在前，例如 50, 25, 15, 7, 3；留空：各级相等。</translation>
    </message>
    <message>
      <source>For values above 0 that spread over orders of magnitude: their logarithms are interpolated and turned back.</source>
      <translation>用于跨越数量级的正值：对其对数插值后再变换回来。</translation>
    </message>
    <message>
      <source>Frequency ratio</source>
      <translation>频率比</translation>
    </message>
    <message>
      <source>Frequency ratios</source>
      <translation>频率比值</translation>
    </message>
    <message>
      <source>From PyTorch's index %1 for torch and torchvision, from pip's usual index for the others</source>
      <translation>torch 和 torchvision 取自 PyTorch 的索引 %1，其余取自 pip 的常用索引</translation>
    </message>
    <message>
      <source>From pip's usual index</source>
      <translation>取自 pip 的常用索引</translation>
    </message>
    <message>
      <source>From the wheels in %1, without a network</source>
      <translation>取自 %1 中的 wheel，不用网络</translation>
    </message>
    <message>
      <source>Further dates</source>
      <translation>更多日期</translation>
    </message>
    <message>
      <source>Further factors</source>
      <translation>其他因子</translation>
    </message>
    <message>
      <source>Further settings</source>
      <translation>更多设置</translation>
    </message>
    <message>
      <source>Further settings as JSON, for example {"weight_decay": 0.05, "balanced": true, "penalty": 0.1}; a wrong name lists all there are. What is set by a parameter too must have the same value here.</source>
      <translation>以 JSON 给出的更多设置，例如 {"weight_decay": 0.05, "balanced": true, "penalty": 0.1}；写错名称时会列出所有可用名称。已由参数设定的，此处须取相同的值。</translation>
    </message>
    <message>
      <source>Goes from an inventory, a DEM and whatever base maps there are to a susceptibility map, its classes and its explanation: derives conditioning factors, stacks them, draws samples by spatial blocks, drops factors that others explain, takes the frequency ratios, trains and validates a model, maps and classifies susceptibility, and explains the model.

The DEM gives the grid. What is left empty of the other inputs is left out. The test samples choose no factor and teach nothing. Everything else is as in the algorithms of the same names, which offer more settings when run one by one. The model opens in QGIS's modeler, to be changed there: resources/chains/inventorytosusceptibility.model3 in the plugin's folder.

A random forest takes minutes for a million cells, networks much longer without a GPU. Cancel stops within seconds; outputs that are complete by then are kept.</source>
      <translation>由滑坡编目、DEM 和现有的基础图件得到易发性图、其分级及解释：导出条件因子，堆叠，按空间方块抽取样本，剔除已被其他因子解释的因子，计算频率比，训练并验证模型，绘制易发性并分级，最后解释模型。

DEM 给出格网。其他输入留空者略去。测试样本不选择因子，也不用于学习。其余与同名算法相同；逐个运行时可设置更多选项。该模型可在 QGIS 的模型构建器中打开并修改：位于插件文件夹的 resources/chains/inventorytosusceptibility.model3。

一百万个单元时随机森林需几分钟，没有 GPU 时网络要久得多。取消在几秒内停止；届时已完成的输出会保留。</translation>
    </message>
    <message>
      <source>Going on after epoch %1, kept in %2</source>
      <translation>从 %2 中保存的第 %1 轮之后继续</translation>
    </message>
    <message>
      <source>Gradient</source>
      <translation>梯度</translation>
    </message>
    <message>
      <source>Green band</source>
      <translation>绿波段</translation>
    </message>
    <message>
      <source>Grouping cells</source>
      <translation>正在为像元分组</translation>
    </message>
    <message>
      <source>Growing trees</source>
      <translation>正在生长决策树</translation>
    </message>
    <message>
      <source>Growing vegetation and fields</source>
      <translation>正在生成植被和农田</translation>
    </message>
    <message>
      <source>HTML files (*.html)</source>
      <translation>HTML 文件 (*.html)</translation>
    </message>
    <message>
      <source>Heights in metres on a grid in metres (a projected CRS such as UTM); the first band is used.</source>
      <translation>以米为单位的高程，格网也以米为单位（投影坐标系，如 UTM）；使用第一个波段。</translation>
    </message>
    <message>
      <source>Heights in metres; gives each landslide slope_deg (mean), aspect_deg (mean direction) and relief_m.</source>
      <translation>以米为单位的高程；为每个滑坡给出 slope_deg（平均坡度）、aspect_deg（平均坡向）和 relief_m（起伏度）。</translation>
    </message>
    <message>
      <source>Heights whose relief shows through the classes; left empty: no relief.</source>
      <translation>其起伏透过级别显示的高程；留空：不显示起伏。</translation>
    </message>
    <message>
      <source>How continuous factors are cut. natural_breaks: classes that differ least inside; quantile: equal areas; equal_interval: equal steps of value; manual: the limits of BREAKS.</source>
      <translation>连续因子如何分级。natural_breaks：级内差异最小；quantile：等面积；equal_interval：等数值间隔；manual：BREAKS 的界限。</translation>
    </message>
    <message>
      <source>How long a scale bar has to be on this map cannot be told, so it is left out.</source>
      <translation>无法确定此图上比例尺的长度，因此省略比例尺。</translation>
    </message>
    <message>
      <source>How many cells a network sees across (9 for cnn)</source>
      <translation>网络一次看到的窗口边长（cnn 为 9 个单元）</translation>
    </message>
    <message>
      <source>How many cells a network sees across (9 for cnn); left empty: what suits the model.</source>
      <translation>网络一次看到的窗口边长（cnn 为 9 个单元）；留空：采用适合该模型的值。</translation>
    </message>
    <message>
      <source>How many cells of a row are read and computed together: more can be faster on a GPU and takes more memory. The result stays the same.</source>
      <translation>每行一次读取和计算多少单元：在 GPU 上越多可能越快，但占用更多内存。结果不变。</translation>
    </message>
    <message>
      <source>How many cells without landslides are drawn for each landslide cell.</source>
      <translation>每个滑坡单元抽取多少个非滑坡单元。</translation>
    </message>
    <message>
      <source>How many chips without landslides to add for each chip with landslides.</source>
      <translation>每个含滑坡的切片增加多少个不含滑坡的切片。</translation>
    </message>
    <message>
      <source>How many choices of settings to try on three folds of the training samples before the training. What is set otherwise than the model's own stays as it is set. 0: no search.</source>
      <translation>训练前在训练样本的三折上尝试多少组设置。已另行设定的项保持不变。0：不搜索。</translation>
    </message>
    <message>
      <source>How many classes, 2 to 20.</source>
      <translation>分为多少级，2 至 20。</translation>
    </message>
    <message>
      <source>How many training samples, drawn at random, make up the average that predictions are compared with.</source>
      <translation>随机抽取多少个训练样本作为平均值，与预测相比较。</translation>
    </message>
    <message>
      <source>How much the focal loss turns to hard cells</source>
      <translation>focal 损失对难分单元的侧重程度</translation>
    </message>
    <message>
      <source>How much the focal loss turns to hard cells. Empty: as the preset says.</source>
      <translation>focal 损失对难分单元的侧重程度。留空：采用预设值。</translation>
    </message>
    <message>
      <source>How often a network sees all samples at most; it stops when it no longer learns</source>
      <translation>网络最多遍历全部样本多少次；不再进步时停止</translation>
    </message>
    <message>
      <source>How often a network sees all samples at most; it stops when it no longer learns; left empty: what suits the model.</source>
      <translation>网络最多遍历全部样本多少次；不再进步时停止；留空：采用适合该模型的值。</translation>
    </message>
    <message>
      <source>How often a network sees all samples at most; left empty: as in training.</source>
      <translation>网络最多遍历全部样本多少次；留空：与训练时相同。</translation>
    </message>
    <message>
      <source>How often cells without landslides are drawn, each time others. A model trained on several draws is an ensemble with a member per draw, whose spread tells how much depends on the draw.</source>
      <translation>抽取非滑坡单元多少次，每次互不相同。用多次抽样训练的模型是一个集成，每次抽样一个成员，其离散程度说明结果在多大程度上取决于抽样。</translation>
    </message>
    <message>
      <source>How rain is put on finer cells: bilinear, or cubic, which is smoother and cut at 0. Cells that already lie on the reference pass unchanged; bilinear averages cells at least twice as fine.</source>
      <translation>降雨如何放到更细的单元上：双线性，或更平滑的三次卷积（在 0 处截断）。单元本已与参考一致的原样通过；单元至少细一倍时双线性取平均。</translation>
    </message>
    <message>
      <source>How scores become probabilities among the samples: platt, a logistic curve; isotonic, rising steps, for many samples; none: as they are. Fitted on held-out folds, stored in the model and applied in maps.</source>
      <translation>得分如何变成样本中的概率：platt 为逻辑曲线；isotonic 为上升阶梯，需较多样本；none 为保持原样。在留出的折上拟合，存入模型并用于制图。</translation>
    </message>
    <message>
      <source>How slope, aspect and what follows from them are derived: Zevenbergen &amp; Thorne from the four nearest neighbours, or Horn, smoother, from all eight. Curvature is always Zevenbergen &amp; Thorne's.</source>
      <translation>坡度、坡向及其衍生量的算法：Zevenbergen 与 Thorne 用四个最近邻，Horn 用全部八个，更平滑。曲率始终用 Zevenbergen 与 Thorne 的公式。</translation>
    </message>
    <message>
      <source>How strongly weights are pulled to zero</source>
      <translation>权重被拉向零的强度</translation>
    </message>
    <message>
      <source>How strongly weights are pulled to zero. Empty: as the preset says.</source>
      <translation>权重被拉向零的强度。留空：采用预设值。</translation>
    </message>
    <message>
      <source>How unlike the training samples each cell is (band dissimilarity: distance in the factors that matter to the model, 1 is the mean distance between training samples), and whether it is within what validation has tested (band applicable, 1 or 0). Where it is 0 the map should not be believed.</source>
      <translation>每个单元与训练样本的差异程度（波段 dissimilarity：在对模型重要的因子中的距离，1 为训练样本之间的平均距离），以及它是否处于验证所检验的范围之内（波段 applicable，1 或 0）。为 0 之处不应相信该图。</translation>
    </message>
    <message>
      <source>How weights follow the gradient</source>
      <translation>权重如何沿梯度更新</translation>
    </message>
    <message>
      <source>How weights follow the gradient. Empty: as the preset says.</source>
      <translation>权重如何沿梯度更新。留空：采用预设值。</translation>
    </message>
    <message>
      <source>INPUT: %1 holds no polygons, so there is nothing to clean</source>
      <translation>INPUT：%1 不含多边形，因此没有可清理的内容</translation>
    </message>
    <message>
      <source>INVENTORY (%1) does not count without the maps; switch MAPS on to use it</source>
      <translation>没有地图时 INVENTORY（%1）不起作用；如需使用，请启用 MAPS</translation>
    </message>
    <message>
      <source>Image or other raster of 1 to 16 bands.</source>
      <translation>影像或其他栅格，1 至 16 个波段。</translation>
    </message>
    <message>
      <source>Image with the bands the model was trained on.</source>
      <translation>含有模型训练所用波段的影像。</translation>
    </message>
    <message>
      <source>Imagery to inventory</source>
      <translation>从影像到滑坡编目</translation>
    </message>
    <message>
      <source>In how many parts the training samples are divided for cross-validation.</source>
      <translation>交叉验证时将训练样本分为几份。</translation>
    </message>
    <message>
      <source>In place of %1, which serves until the new one is complete</source>
      <translation>代替 %1，在新环境完成之前后者仍可使用</translation>
    </message>
    <message>
      <source>In place of samples: landslide cells and as many others are drawn.</source>
      <translation>代替样本：抽取滑坡单元和同样多的其他单元。</translation>
    </message>
    <message>
      <source>Index</source>
      <translation>指数</translation>
    </message>
    <message>
      <source>Initial model</source>
      <translation>初始模型</translation>
    </message>
    <message>
      <source>Install</source>
      <translation>安装</translation>
    </message>
    <message>
      <source>Install packages…</source>
      <translation>安装软件包…</translation>
    </message>
    <message>
      <source>Installing …</source>
      <translation>正在安装…</translation>
    </message>
    <message>
      <source>Interpolate factor</source>
      <translation>插值因子</translation>
    </message>
    <message>
      <source>Interpolate logarithms</source>
      <translation>对对数插值</translation>
    </message>
    <message>
      <source>Interpolated factor</source>
      <translation>插值得到的因子</translation>
    </message>
    <message>
      <source>Interpolating</source>
      <translation>正在插值</translation>
    </message>
    <message>
      <source>Into: %1; it takes up to %2 GB, %3 GB are free there</source>
      <translation>安装到：%1；最多占用 %2 GB，该处可用 %3 GB</translation>
    </message>
    <message>
      <source>Inventory</source>
      <translation>滑坡编目</translation>
    </message>
    <message>
      <source>Inventory of the scene</source>
      <translation>该景影像的滑坡编目</translation>
    </message>
    <message>
      <source>Inventory to susceptibility</source>
      <translation>从滑坡编目到易发性</translation>
    </message>
    <message>
      <source>IoU of cells</source>
      <translation>像元 IoU</translation>
    </message>
    <message>
      <source>IoU of cells, first model</source>
      <translation>像元 IoU，第一个模型</translation>
    </message>
    <message>
      <source>Its files have been moved or deleted. Run it again.</source>
      <translation>其文件已被移动或删除。请重新运行。</translation>
    </message>
    <message>
      <source>Jackknife of factors</source>
      <translation>因子刀切法检验</translation>
    </message>
    <message>
      <source>Judge on chips</source>
      <translation>用切片评价</translation>
    </message>
    <message>
      <source>Kappa of cells</source>
      <translation>像元 Kappa</translation>
    </message>
    <message>
      <source>Kappa of cells, first model</source>
      <translation>像元 Kappa，第一个模型</translation>
    </message>
    <message>
      <source>Landslide Toolbox: packages</source>
      <translation>滑坡工具箱：软件包</translation>
    </message>
    <message>
      <source>Landslide cells</source>
      <translation>滑坡单元</translation>
    </message>
    <message>
      <source>Landslide cells are those</source>
      <translation>滑坡单元为</translation>
    </message>
    <message>
      <source>Landslide cells that do not count, because a factor has no value there: %1</source>
      <translation>因某个因子在该处无值而不计入的滑坡单元：%1</translation>
    </message>
    <message>
      <source>Landslide inventory</source>
      <translation>滑坡编目</translation>
    </message>
    <message>
      <source>Landslide models (*.lsm)</source>
      <translation>滑坡模型 (*.lsm)</translation>
    </message>
    <message>
      <source>Landslide polygons to clean.</source>
      <translation>要清理的滑坡多边形。</translation>
    </message>
    <message>
      <source>Landslide probability</source>
      <translation>滑坡概率</translation>
    </message>
    <message>
      <source>Landslide samples</source>
      <translation>滑坡样本</translation>
    </message>
    <message>
      <source>Landslide susceptibility</source>
      <translation>滑坡易发性</translation>
    </message>
    <message>
      <source>Landslide workflow</source>
      <translation>滑坡工作流程</translation>
    </message>
    <message>
      <source>Landslides</source>
      <translation>滑坡</translation>
    </message>
    <message>
      <source>Landslides %</source>
      <translation>滑坡 %</translation>
    </message>
    <message>
      <source>Landslides as polygons or points.</source>
      <translation>以多边形或点表示的滑坡。</translation>
    </message>
    <message>
      <source>Landslides to count in the classes of each map; best those that no model was trained on.</source>
      <translation>用于统计各图每级中滑坡的编目；最好是任何模型都没有用来训练的滑坡。</translation>
    </message>
    <message>
      <source>Largest distance (m)</source>
      <translation>最大距离 (m)</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>图层</translation>
    </message>
    <message>
      <source>Layers without landslides</source>
      <translation>无滑坡图层</translation>
    </message>
    <message>
      <source>Laying roads</source>
      <translation>正在布设道路</translation>
    </message>
    <message>
      <source>Layout template</source>
      <translation>布局模板</translation>
    </message>
    <message>
      <source>Learning</source>
      <translation>学习</translation>
    </message>
    <message>
      <source>Learning rate</source>
      <translation>学习率</translation>
    </message>
    <message>
      <source>Learning-rate schedule</source>
      <translation>学习率调度</translation>
    </message>
    <message>
      <source>Least area (m²)</source>
      <translation>最小面积 (m²)</translation>
    </message>
    <message>
      <source>Least compactness</source>
      <translation>最小紧凑度</translation>
    </message>
    <message>
      <source>Least landslide cover</source>
      <translation>最小滑坡覆盖</translation>
    </message>
    <message>
      <source>Least mean slope (°)</source>
      <translation>最小平均坡度 (°)</translation>
    </message>
    <message>
      <source>Least slope of cells without landslides</source>
      <translation>非滑坡单元的最小坡度</translation>
    </message>
    <message>
      <source>Leave cells empty where the reference is</source>
      <translation>参考栅格为空处保持为空</translation>
    </message>
    <message>
      <source>Left empty: distance_to_ and the name of the layer.</source>
      <translation>留空：distance_to_ 加图层名称。</translation>
    </message>
    <message>
      <source>Left empty: rainfall.</source>
      <translation>留空：rainfall。</translation>
    </message>
    <message>
      <source>Left empty: the name of the field, or of the raster.</source>
      <translation>留空：字段或栅格的名称。</translation>
    </message>
    <message>
      <source>Left empty: the name of the field.</source>
      <translation>留空：字段的名称。</translation>
    </message>
    <message>
      <source>Left empty: the name of the index, for a ratio followed by its bands.</source>
      <translation>留空：指数的名称，比值则再加上其波段。</translation>
    </message>
    <message>
      <source>Left out: %1 chips across the border of two splits, %2 with less landslide than MIN_COVER, %3 whose landslides lie on nodata or outside the mapped area</source>
      <translation>略去：%1 个跨越两个划分边界的切片，%2 个滑坡少于 MIN_COVER 的切片，%3 个滑坡位于无数据处或制图范围之外的切片</translation>
    </message>
    <message>
      <source>Licence</source>
      <translation>许可</translation>
    </message>
    <message>
      <source>Limits at set shares of the landslide cells</source>
      <translation>界限取自设定的滑坡单元比例</translation>
    </message>
    <message>
      <source>Limits of single factors, whatever the method, such as slope: 0, 10, 20, 30, 35; aspect: sectors. A value at a limit belongs to the class above it.</source>
      <translation>个别因子的界限，不论采用哪种方法，例如 slope: 0, 10, 20, 30, 35; aspect: sectors。等于界限的值属于其上一级。</translation>
    </message>
    <message>
      <source>Limits set by hand</source>
      <translation>手工设定的界限</translation>
    </message>
    <message>
      <source>Lines, polygons or points to measure the distance to; reprojected to the reference where needed.</source>
      <translation>要量测到其距离的线、多边形或点；需要时重投影到参考栅格的坐标系。</translation>
    </message>
    <message>
      <source>Lists the versions of QGIS, GDAL, Python and every package the toolbox uses, the folders of profile, plugin and packages, memory and graphics cards, and what each missing or broken package disables.

The log holds the same as one block of text to copy into a question or a bug report; your home folder is shortened to ~. Nothing is installed or changed; it takes a few seconds. Packages are installed from the menu Plugins ▸ Landslide Toolbox ▸ Install packages…</source>
      <translation>列出 QGIS、GDAL、Python 和工具箱所用各软件包的版本，配置、插件和软件包所在的文件夹，内存和显卡，以及每个缺失或损坏的软件包会使什么无法使用。

日志中有同样内容的一段文字，可复制到提问或错误报告中；您的主文件夹缩写为 ~。不安装也不改变任何东西；只需几秒。软件包由菜单 Plugins（插件）▸ Landslide Toolbox ▸ 安装软件包… 安装</translation>
    </message>
    <message>
      <source>Lithology</source>
      <translation>岩性</translation>
    </message>
    <message>
      <source>Loading packages</source>
      <translation>正在加载软件包</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>日志</translation>
    </message>
    <message>
      <source>Looking at the layers</source>
      <translation>正在查看图层</translation>
    </message>
    <message>
      <source>Looking at the packages …</source>
      <translation>正在查看软件包…</translation>
    </message>
    <message>
      <source>Looking for cells that did not change</source>
      <translation>正在寻找未变化的单元</translation>
    </message>
    <message>
      <source>Looking for classes</source>
      <translation>正在寻找类别</translation>
    </message>
    <message>
      <source>Looking for landslides</source>
      <translation>正在寻找滑坡</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>损失函数</translation>
    </message>
    <message>
      <source>Made with Landslide Toolbox {version} for QGIS.</source>
      <translation>由 QGIS 的 Landslide Toolbox {version} 制作。</translation>
    </message>
    <message>
      <source>Made {time}</source>
      <translation>生成于 {time}</translation>
    </message>
    <message>
      <source>Makes a factor of classes from a field of polygons, such as lithology, or from a raster of classes, such as land cover. Classes can be merged and renamed on the way by a table.

A cell has the class of the polygon that holds its centre; where polygons overlap the last one counts. Cells that no polygon covers are nodata, and the log says how many. Whole numbers keep their value; texts are numbered from 1 in the order of the alphabet, over the whole layer, so that one layer gives the same codes in every area.

The output is a factor stack of one band on the grid of the reference, with the labels in its metadata and in an attribute table. Memory does not grow with the raster; Cancel keeps nothing.</source>
      <translation>由多边形的字段（如岩性）或类别栅格（如土地覆盖）生成类别因子。可用一张表在途中合并和重命名类别。

单元取其中心所在多边形的类别；多边形重叠处取最后一个。没有多边形覆盖的单元为无数据，日志会说明其数量。整数保留原值；文本在整个图层上按字母顺序从 1 编号，因此同一图层在各地区给出相同的代码。

输出是参考格网上的单波段因子栈，标签存于元数据和属性表中。内存不随栅格增大；取消时不留下任何文件。</translation>
    </message>
    <message>
      <source>Makes a factor of the distance in metres from each cell of the reference raster to the nearest line, polygon or point; inside polygons it is 0. Features beyond the raster count, so give faults and rivers wider than the study area.

The distance is exact and Euclidean, from the centre of the cell to the centre of the nearest cell the features touch. It differs from the distance to the geometry itself by at most 0.71 of a cell; oversampling divides that.

The output is a factor stack of one band on the grid of the reference, which must be projected in metres. A raster of 4,000 × 4,000 cells takes less than a minute; memory grows with the length of the features, not with the raster. Cancel keeps nothing.</source>
      <translation>生成参考栅格每个单元到最近的线、多边形或点的距离因子，以米为单位；多边形内部为 0。栅格之外的要素也计算在内，因此断层和河流的范围请比研究区更大。

距离为精确的欧氏距离，从单元中心到要素触及的最近单元的中心。它与到几何本身的距离最多相差 0.71 个单元；加密栅格化可成倍减小此差。

输出是参考格网上的单波段因子栈，参考栅格必须是以米为单位的投影坐标系。4,000 × 4,000 个单元的栅格用时不到一分钟；内存随要素长度而非栅格增大。取消时不留下任何文件。</translation>
    </message>
    <message>
      <source>Makes a factor of values measured at stations, such as peak ground acceleration or rain: from points, or from a table (CSV, spreadsheet, GeoPackage) with coordinates. Every station counts at every cell, also those beyond the raster.

The log and the report say how far the map is off: each station is predicted from all others (leave-one-out) and compared with what was measured there.

The output is a factor stack of one band on the grid of the reference, which must be projected in metres. A million cells and a hundred stations take seconds; memory does not grow with the raster. Cancel keeps nothing.</source>
      <translation>由站点量测值（如峰值地面加速度或降雨）生成因子：可来自点，或带坐标的表格（CSV、电子表格、GeoPackage）。每个站点对每个单元都起作用，栅格之外的站点也是。

日志和报告说明图的误差：每个站点由其余所有站点预测（留一法），并与其量测值比较。

输出是参考格网上的单波段因子栈，参考栅格必须是以米为单位的投影坐标系。一百万个单元和一百个站点只需几秒；内存不随栅格增大。取消时不留下任何文件。</translation>
    </message>
    <message>
      <source>Makes a synthetic mountain area with landslides whose causes are known, to learn the toolbox on and to test it.

The folder holds, for the study area: a DEM (30 m), imagery before and after the landslides (10 m; blue, green, red, near infrared), the landslides, rivers, roads, faults, lithology, water, land cover, monthly rainfall, strong-motion stations, and the true probability of landsliding. For a neighbouring valley, to train a detector on: imagery under another sun and season, and its landslides. study_area.json says what each file is and how the truth was stated.

The same size and seed give the same data. Takes about half a minute and 1 GB of memory at size 512, seconds at 128. A cancelled run leaves nothing behind.</source>
      <translation>生成一个滑坡成因已知的合成山区，用来学习和检验工具箱。

文件夹中有研究区的：DEM（30 m）、滑坡前后的影像（10 m；蓝、绿、红、近红外）、滑坡、河流、道路、断层、岩性、水体、土地覆盖、月降雨、强震台站，以及真实的滑坡概率。另有用于训练识别模型的相邻山谷：另一太阳角度和季节的影像及其滑坡。study_area.json 说明每个文件是什么以及真值如何给定。

相同的大小和种子得到相同的数据。大小为 512 时约需半分钟和 1 GB 内存，128 时只需几秒。取消的运行不留下任何东西。</translation>
    </message>
    <message>
      <source>Map made on {date}</source>
      <translation>制图日期：{date}</translation>
    </message>
    <message>
      <source>Map of %1: %2 % of neighbours differ in class, %3 patches per km², Moran's I %4</source>
      <translation>%1 的图：%2 % 的相邻单元级别不同，每 km² 有 %3 个图斑，Moran's I 为 %4</translation>
    </message>
    <message>
      <source>Map sheet</source>
      <translation>图幅</translation>
    </message>
    <message>
      <source>Mapped area</source>
      <translation>制图范围</translation>
    </message>
    <message>
      <source>Mapped landslides</source>
      <translation>已编录的滑坡</translation>
    </message>
    <message>
      <source>Mapped landslides, polygons or points, in any coordinate reference system.</source>
      <translation>已编录的滑坡，多边形或点，任意坐标参考系。</translation>
    </message>
    <message>
      <source>Mapping</source>
      <translation>正在制图</translation>
    </message>
    <message>
      <source>Mapping landslides</source>
      <translation>正在绘制滑坡</translation>
    </message>
    <message>
      <source>Maps</source>
      <translation>地图</translation>
    </message>
    <message>
      <source>Maps how likely each cell is to hold a landslide, with a model from Train susceptibility model.

Factors are found in the stack by name, in any order; kind and units must be those of the training, and nothing is scaled anew. Networks see the surroundings of a cell: beyond the raster's edge they see it mirrored, and where a neighbour has no data they see the training mean. A cell has a value where all of its own factors have one. Categories that training never saw count as unknown and are named in the log.

A model carried to another area may meet what it never learnt: APPLICABILITY tells where (Meyer and Pebesma 2021).

The output is a raster of values from 0 to 1. It is computed window by window, so memory does not grow with the raster; expect some 10,000 to 100,000 cells a second. Cancelling writes nothing.</source>
      <translation>用“训练易发性模型”得到的模型绘出每个单元发生滑坡的可能性。

因子在因子栈中按名称查找，顺序不限；类型和单位须与训练时一致，且不重新缩放。网络会看单元的周围：栅格边缘之外以镜像代替，邻近无数据处取训练均值。单元自身的所有因子都有值时才有结果。训练中从未出现的类别按未知处理，并在日志中列出。

把模型用到其他地区时可能遇到它从未学过的情况：APPLICABILITY 说明在哪里（Meyer 与 Pebesma 2021）。

输出为 0 到 1 的栅格。逐窗口计算，因此内存不随栅格增大；速度约每秒 10,000 至 100,000 个单元。取消时不写出任何文件。</translation>
    </message>
    <message>
      <source>Maps the landslides of a scene from those mapped in a part of it: cuts training chips, trains a detector, detects landslides in the whole scene, and takes out what is probably none.

With a DEM the landslides get slope, aspect and relief, and those on gentle ground go. Everything else is as in the algorithms of the same names, which offer more settings when run one by one. The model opens in QGIS's modeler, to be changed there: resources/chains/imagerytoinventory.model3 in the plugin's folder.

Training takes most of the time: minutes to an hour on a few CPU cores. Cancel stops within seconds; outputs that are complete by then, such as the detector, are kept.</source>
      <translation>由影像中已编录的一部分绘出整景的滑坡：切出训练切片，训练识别模型，在整景中识别滑坡，并剔除很可能不是滑坡的多边形。

有 DEM 时，滑坡会得到坡度、坡向和起伏度，位于缓坡者被剔除。其余与同名算法相同；逐个运行时可设置更多选项。该模型可在 QGIS 的模型构建器中打开并修改：位于插件文件夹的 resources/chains/imagerytoinventory.model3。

训练用时最多：在几个 CPU 核上需几分钟到一小时。取消在几秒内停止；届时已完成的输出（例如识别模型）会保留。</translation>
    </message>
    <message>
      <source>Maps the landslides of a scene with a detector that was trained on another one: gives the scene the radiometry of the other, detects landslides, and takes out what is probably none.

With mapped landslides of the new scene, or of a part of it (Mapped area), the detector is trained on with them before it detects. That pays from some dozens of landslides on; without them nothing is trained. The detector that comes out belongs to the matched scene.

Everything else is as in the algorithms of the same names, which offer more settings when run one by one. The model opens in QGIS's modeler, to be changed there: resources/chains/transferdetector.model3 in the plugin's folder.

Takes minutes for a scene, and fine-tuning as long as a training. Cancel stops within seconds; outputs that are complete by then are kept.</source>
      <translation>用在另一景影像上训练的识别模型绘制一景影像的滑坡：使影像具有那一景的辐射特征，识别滑坡，并剔除很可能不是滑坡的多边形。

若给出新影像或其一部分（制图范围）中已编录的滑坡，识别模型会先用它们继续训练再识别。有数十个以上滑坡时值得这样做；没有时不训练。得到的识别模型适用于匹配后的影像。

其余与同名算法相同；逐个运行时可设置更多选项。该模型可在 QGIS 的模型构建器中打开并修改：位于插件文件夹的 resources/chains/transferdetector.model3。

一景影像需几分钟，微调用时与训练相同。取消在几秒内停止；届时已完成的输出会保留。</translation>
    </message>
    <message>
      <source>Mask R-CNN</source>
      <translation>Mask R-CNN</translation>
    </message>
    <message>
      <source>Match radiometry</source>
      <translation>匹配辐射</translation>
    </message>
    <message>
      <source>Matched scene</source>
      <translation>匹配后的影像</translation>
    </message>
    <message>
      <source>Matching codes</source>
      <translation>对错代码</translation>
    </message>
    <message>
      <source>Mean IoU of cells</source>
      <translation>像元平均 IoU</translation>
    </message>
    <message>
      <source>Mean IoU of cells, first model</source>
      <translation>像元平均 IoU，第一个模型</translation>
    </message>
    <message>
      <source>Mean share of a landslide's area not mapped</source>
      <translation>滑坡面积的平均漏绘比例</translation>
    </message>
    <message>
      <source>Mean share of a landslide's area not mapped, first model</source>
      <translation>滑坡面积的平均漏绘比例，第一个模型</translation>
    </message>
    <message>
      <source>Measures</source>
      <translation>度量</translation>
    </message>
    <message>
      <source>Measuring distances</source>
      <translation>正在量测距离</translation>
    </message>
    <message>
      <source>Measuring the terrain</source>
      <translation>正在量测地形</translation>
    </message>
    <message>
      <source>Members</source>
      <translation>成员数</translation>
    </message>
    <message>
      <source>Merges or renames values: lines such as limestone → hard (or -&gt;), or the path of a CSV file with a header line and the columns value and class. Classes that are whole numbers become the codes, others are numbered from 1 in the order of the table. Every value needs a line; NULL stands for a missing one.</source>
      <translation>合并或重命名数值：每行如 limestone → hard（或 -&gt;），或一个 CSV 文件的路径，该文件有表头以及 value 和 class 两列。为整数的类别成为代码，其余按表中顺序从 1 编号。每个数值都需要一行；NULL 表示缺失值。</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>方法</translation>
    </message>
    <message>
      <source>Metrics</source>
      <translation>指标</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>Model and classes</source>
      <translation>模型与分级</translation>
    </message>
    <message>
      <source>Model file</source>
      <translation>模型文件</translation>
    </message>
    <message>
      <source>Model file from Train detector.</source>
      <translation>由“训练识别模型”得到的模型文件。</translation>
    </message>
    <message>
      <source>Model: %1, %2 factors. Method: %3</source>
      <translation>模型：%1，%2 个因子。方法：%3</translation>
    </message>
    <message>
      <source>Model: %1. %2 training samples, %3 of them landslide cells, in %4 folds by %5</source>
      <translation>模型：%1。%2 个训练样本，其中 %3 个滑坡单元，按%5分为 %4 折</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>模型（多个）</translation>
    </message>
    <message>
      <source>Models of an ensemble, each on landslides drawn anew, whose spread tells the uncertainty</source>
      <translation>集成中的模型数，每个用重新抽取的滑坡训练，其离散程度表示不确定性</translation>
    </message>
    <message>
      <source>Models of an ensemble, each on landslides drawn anew, whose spread tells the uncertainty; left empty: what suits the model.</source>
      <translation>集成中的模型数，每个用重新抽取的滑坡训练，其离散程度表示不确定性；留空：采用适合该模型的值。</translation>
    </message>
    <message>
      <source>More samples than this are drawn from at random.</source>
      <translation>样本多于此数时随机抽取。</translation>
    </message>
    <message>
      <source>Most overlap</source>
      <translation>最大重叠</translation>
    </message>
    <message>
      <source>Most passes over the training chips</source>
      <translation>遍历训练切片的最多次数</translation>
    </message>
    <message>
      <source>Most passes over the training chips. Empty: as the preset says.</source>
      <translation>遍历训练切片的最多次数。留空：采用预设值。</translation>
    </message>
    <message>
      <source>Multicollinearity</source>
      <translation>多重共线性</translation>
    </message>
    <message>
      <source>Multispectral raster; of several dates, the first.</source>
      <translation>多光谱栅格；有多个日期时为第一个。</translation>
    </message>
    <message>
      <source>NVIDIA cards, CUDA {version}</source>
      <translation>NVIDIA 显卡，CUDA {version}</translation>
    </message>
    <message>
      <source>Name of the factor</source>
      <translation>因子名称</translation>
    </message>
    <message>
      <source>Name of the variable in a NetCDF file that holds several, such as precip.</source>
      <translation>含多个变量的 NetCDF 文件中变量的名称，例如 precip。</translation>
    </message>
    <message>
      <source>Names of factors whose values are classes, parted by commas. Factors from this toolbox, and rasters of whole numbers with labels, say so themselves.</source>
      <translation>值为类别的因子的名称，以逗号分隔。本工具箱生成的因子，以及带标签的整数栅格，自身已有说明。</translation>
    </message>
    <message>
      <source>Names of the factors</source>
      <translation>各因子的名称</translation>
    </message>
    <message>
      <source>Names of the factors kept, split by commas</source>
      <translation>保留因子的名称，以逗号分隔</translation>
    </message>
    <message>
      <source>Natural breaks: the exact optimum (Fisher–Jenks) over all cells</source>
      <translation>自然断点：全部单元上的精确最优解（Fisher–Jenks）</translation>
    </message>
    <message>
      <source>Near-infrared band</source>
      <translation>近红外波段</translation>
    </message>
    <message>
      <source>Needed for</source>
      <translation>用途</translation>
    </message>
    <message>
      <source>Needed for bsi. Left empty, the band of that name is taken.</source>
      <translation>bsi 需要。留空时使用同名波段。</translation>
    </message>
    <message>
      <source>Needed for ndvi, bsi. Left empty, the band of that name is taken.</source>
      <translation>ndvi、bsi 需要。留空时使用同名波段。</translation>
    </message>
    <message>
      <source>Needed for ndvi, ndwi, bsi. Left empty, the band of that name is taken.</source>
      <translation>ndvi、ndwi、bsi 需要。留空时使用同名波段。</translation>
    </message>
    <message>
      <source>Needed for ndwi. Left empty, the band of that name is taken.</source>
      <translation>ndwi 需要。留空时使用同名波段。</translation>
    </message>
    <message>
      <source>Needed for ratio.</source>
      <translation>ratio 需要。</translation>
    </message>
    <message>
      <source>Needs {inputs} from an earlier step.</source>
      <translation>需要较早步骤的{inputs}。</translation>
    </message>
    <message>
      <source>Negatives per positive chip</source>
      <translation>每个正切片的负切片数</translation>
    </message>
    <message>
      <source>Neighbouring valley of the same size with %1 landslides</source>
      <translation>同样大小的相邻山谷，有 %1 个滑坡</translation>
    </message>
    <message>
      <source>NetCDF file with a time axis, or a raster with one band for each month, from a January on.</source>
      <translation>带时间轴的 NetCDF 文件，或从某年一月开始、每月一个波段的栅格。</translation>
    </message>
    <message>
      <source>Network</source>
      <translation>网络</translation>
    </message>
    <message>
      <source>Networks and boosted trees</source>
      <translation>网络与提升树</translation>
    </message>
    <message>
      <source>Networks run on</source>
      <translation>网络运行于</translation>
    </message>
    <message>
      <source>Networks that see a cell with its surroundings: cnn, cnn_2d, hybrid_cnn (adding the factors of the cell), cnn_3d and multiscale_cnn_3d (slow without a GPU). Models that see the cell alone: cnn_1d, random_forest, xgboost, svm, logistic_regression, gbdt_lr (regression on boosted trees) and frequency_ratio.</source>
      <translation>连同周围一起看单元的网络：cnn、cnn_2d、hybrid_cnn（另加单元自身的因子）、cnn_3d 和 multiscale_cnn_3d（没有 GPU 时很慢）。只看单元自身的模型：cnn_1d、random_forest、xgboost、svm、logistic_regression、gbdt_lr（提升树之上的回归）和 frequency_ratio。</translation>
    </message>
    <message>
      <source>No %1 chip fits into a territory of its own; choose a smaller CHIP_SIZE or STRIDE</source>
      <translation>没有%1切片能放入自己的区域；请选择更小的 CHIP_SIZE 或 STRIDE</translation>
    </message>
    <message>
      <source>No cell closer than this to a landslide counts as free of landslides (metres).</source>
      <translation>距滑坡小于此距离的单元不算作非滑坡（米）。</translation>
    </message>
    <message>
      <source>No likeness of near stations was found (pure nugget), so kriging gives nearly their mean everywhere</source>
      <translation>邻近站点之间没有相似性（纯块金），因此克里金在各处给出的几乎都是其平均值</translation>
    </message>
    <message>
      <source>Not on the reference: %1</source>
      <translation>不在参考栅格上：%1</translation>
    </message>
    <message>
      <source>Nothing leads from the reference system "%1" to "%2"; check those of the layers</source>
      <translation>从参考系“%1”到“%2”没有转换途径；请检查图层的参考系</translation>
    </message>
    <message>
      <source>Nothing was installed, and what was there before still is: %1</source>
      <translation>没有安装任何东西，原有内容保持不变：%1</translation>
    </message>
    <message>
      <source>Nothing was installed, because %1 would install into %2 instead of an environment of its own; install with the Python of another QGIS of the same version</source>
      <translation>没有安装任何东西，因为 %1 会安装到 %2，而不是独立环境中；请用相同版本的另一个 QGIS 的 Python 安装</translation>
    </message>
    <message>
      <source>Number of %1 chips</source>
      <translation>%1切片数</translation>
    </message>
    <message>
      <source>Number of classes</source>
      <translation>级别数</translation>
    </message>
    <message>
      <source>Number of k-means clusters when SPLIT is clusters; 0: four for each fold and the test part.</source>
      <translation>SPLIT 为 clusters 时 k-means 聚类的数目；0：每折和测试部分各四个。</translation>
    </message>
    <message>
      <source>Number of landslides</source>
      <translation>滑坡数</translation>
    </message>
    <message>
      <source>Number of test chips</source>
      <translation>测试切片数</translation>
    </message>
    <message>
      <source>Number of training chips</source>
      <translation>训练切片数</translation>
    </message>
    <message>
      <source>Number of validation chips</source>
      <translation>验证切片数</translation>
    </message>
    <message>
      <source>Number that fixes every random draw: the same seed repeats the run.</source>
      <translation>决定一切随机抽取的数：相同的种子可重复运行结果。</translation>
    </message>
    <message>
      <source>Numbering groups of cells</source>
      <translation>正在为单元组编号</translation>
    </message>
    <message>
      <source>Numerator of the ratio</source>
      <translation>比值的分子</translation>
    </message>
    <message>
      <source>ONNX file</source>
      <translation>ONNX 文件</translation>
    </message>
    <message>
      <source>ONNX files (*.onnx)</source>
      <translation>ONNX 文件 (*.onnx)</translation>
    </message>
    <message>
      <source>Offset</source>
      <translation>偏移量</translation>
    </message>
    <message>
      <source>One HTML file with figures, tables and provenance; figures (PNG, SVG) and tables (CSV) lie in a folder beside it.</source>
      <translation>一个含图件、表格和来源信息的 HTML 文件；图件（PNG、SVG）和表格（CSV）位于其旁的文件夹中。</translation>
    </message>
    <message>
      <source>One band per factor, Float32, nodata NaN, with names, kinds, units and labels.</source>
      <translation>每个因子一个波段，Float32，无数据为 NaN，带名称、类型、单位和标签。</translation>
    </message>
    <message>
      <source>One name for each band, in order, parted by commas. Left empty: the bands' descriptions, or the files' names.</source>
      <translation>每个波段一个名称，按顺序，以逗号分隔。留空：波段的描述或文件名。</translation>
    </message>
    <message>
      <source>One or several model files from Train detector.</source>
      <translation>一个或多个由“训练识别模型”得到的模型文件。</translation>
    </message>
    <message>
      <source>One page, 300 dots per inch, with text that can be searched.</source>
      <translation>一页，每英寸 300 点，文字可搜索。</translation>
    </message>
    <message>
      <source>One row per class of every factor.</source>
      <translation>每个因子的每级一行。</translation>
    </message>
    <message>
      <source>One row per class: limits, area, and with an inventory landslide area, frequency ratio and density.</source>
      <translation>每级一行：界限、面积；有滑坡编目时另有滑坡面积、频率比和密度。</translation>
    </message>
    <message>
      <source>One row per factor: AUC without it, relative decrease and AUC alone, each with its spread between folds.</source>
      <translation>每个因子一行：去掉它的 AUC、相对降低和单独使用时的 AUC，均附各折间的离散程度。</translation>
    </message>
    <message>
      <source>One row per factor: VIF, tolerance, importance, and whether it was kept.</source>
      <translation>每个因子一行：VIF、容忍度、重要性，以及是否保留。</translation>
    </message>
    <message>
      <source>One row per model and way of choosing the threshold.</source>
      <translation>每个模型和每种阈值选法一行。</translation>
    </message>
    <message>
      <source>One row per model, one column per measure.</source>
      <translation>每个模型一行，每项度量一列。</translation>
    </message>
    <message>
      <source>One row per model: how scattered its map is, and area, landslides and frequency ratio of each class.</source>
      <translation>每个模型一行：其图的破碎程度，以及每级的面积、滑坡和频率比。</translation>
    </message>
    <message>
      <source>One row per sample: coordinates, factor values, SHAP values, average and prediction.</source>
      <translation>每个样本一行：坐标、因子值、SHAP 值、平均值和预测。</translation>
    </message>
    <message>
      <source>One row per validation and way of choosing the threshold.</source>
      <translation>每次验证和每种阈值选法一行。</translation>
    </message>
    <message>
      <source>Only %1 cells without landslides were found where RATIO and REPEATS ask for %2</source>
      <translation>只找到 %1 个非滑坡单元，而 RATIO 和 REPEATS 需要 %2 个</translation>
    </message>
    <message>
      <source>Open {step}…</source>
      <translation>打开{step}…</translation>
    </message>
    <message>
      <source>Open…</source>
      <translation>打开…</translation>
    </message>
    <message>
      <source>Optimizer</source>
      <translation>优化器</translation>
    </message>
    <message>
      <source>Or judge on a mapped scene</source>
      <translation>或用已制图的影像评价</translation>
    </message>
    <message>
      <source>Outdated</source>
      <translation>已过时</translation>
    </message>
    <message>
      <source>Outdated: what it read has been made anew since. Run it again.</source>
      <translation>已过时：其输入已被重新生成。请重新运行。</translation>
    </message>
    <message>
      <source>Over the dates keep the</source>
      <translation>在各日期间保留</translation>
    </message>
    <message>
      <source>Overlap of windows</source>
      <translation>窗口重叠</translation>
    </message>
    <message>
      <source>Oversampling</source>
      <translation>加密倍数</translation>
    </message>
    <message>
      <source>PDF files (*.pdf)</source>
      <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
      <source>Package</source>
      <translation>软件包</translation>
    </message>
    <message>
      <source>Packages: %1, and what they need</source>
      <translation>软件包：%1 及其依赖</translation>
    </message>
    <message>
      <source>Patience</source>
      <translation>耐心轮数</translation>
    </message>
    <message>
      <source>Percentages of chips for training, validation and test; reached as nearly as the territories allow.</source>
      <translation>训练、验证和测试切片的百分比；在区域划分允许的范围内尽量接近。</translation>
    </message>
    <message>
      <source>Place to explain</source>
      <translation>要解释的位置</translation>
    </message>
    <message>
      <source>Places without landslides</source>
      <translation>无滑坡的地方</translation>
    </message>
    <message>
      <source>Placing landslides</source>
      <translation>正在放置滑坡</translation>
    </message>
    <message>
      <source>Points drawn with Sample points, best with a test part that no model has seen.</source>
      <translation>由“抽取样本点”得到的点，最好含有任何模型都未见过的测试部分。</translation>
    </message>
    <message>
      <source>Points drawn with Sample points, or your own with a field landslide (1 or 0); spatial blocks are laid over points that have neither block nor fold.</source>
      <translation>由“抽取样本点”得到的点，或您自己的、带 landslide 字段（1 或 0）的点；既没有 block 也没有 fold 的点将铺设空间方块。</translation>
    </message>
    <message>
      <source>Points drawn with Sample points; only those with split = train are used.</source>
      <translation>由“抽取样本点”得到的点；只使用 split = train 的点。</translation>
    </message>
    <message>
      <source>Points made by "Sample points". Only training samples are looked at, so that test samples choose nothing.</source>
      <translation>由“抽取样本点”得到的点。只看训练样本，使测试样本不参与任何选择。</translation>
    </message>
    <message>
      <source>Points, or a table with coordinates. Stations at one place are averaged.</source>
      <translation>点，或带坐标的表格。同一位置的站点取平均。</translation>
    </message>
    <message>
      <source>Polygons in which every landslide is mapped; cells outside teach nothing. The whole scene when left empty.</source>
      <translation>其中每个滑坡都已编录的多边形；其外的单元不用于学习。留空时为整景影像。</translation>
    </message>
    <message>
      <source>Polygons in which the inventory is complete; the whole scene when left empty.</source>
      <translation>滑坡编目完整的多边形范围；留空时为整景影像。</translation>
    </message>
    <message>
      <source>Polygons of landslides in the scene, to train the detector on with; nothing is trained when left empty.</source>
      <translation>影像中的滑坡多边形，用于继续训练识别模型；留空时不训练。</translation>
    </message>
    <message>
      <source>Polygons of the landslides visible in the scene. What is not mapped is learnt as not landslide.</source>
      <translation>影像中可见滑坡的多边形。未编录之处按非滑坡学习。</translation>
    </message>
    <message>
      <source>Polygons or points to count landslides in each class; best those that no model was trained on.</source>
      <translation>用于统计每级中滑坡的多边形或点；最好是任何模型都没有用来训练的滑坡。</translation>
    </message>
    <message>
      <source>Polygons or raster of classes</source>
      <translation>类别多边形或栅格</translation>
    </message>
    <message>
      <source>Polygons outside of which no landslides are looked for; the whole scene when left empty.</source>
      <translation>在这些多边形之外不寻找滑坡；留空时为整景影像。</translation>
    </message>
    <message>
      <source>Polygons with a field of classes, or a raster with one band of whole numbers.</source>
      <translation>带类别字段的多边形，或一个整数波段的栅格。</translation>
    </message>
    <message>
      <source>Polygons with a field of rock types, or of any other classes.</source>
      <translation>带岩石类型（或任何其他类别）字段的多边形。</translation>
    </message>
    <message>
      <source>Polygons with a gentler mean slope are removed; needs Slope.</source>
      <translation>平均坡度更缓的多边形被剔除；需要 Slope（坡度）。</translation>
    </message>
    <message>
      <source>Polygons with a gentler mean slope are removed; needs a DEM.</source>
      <translation>平均坡度更缓的多边形被剔除；需要 DEM。</translation>
    </message>
    <message>
      <source>Polygons with a smaller 4π · area / perimeter² are removed: 1 is a circle, 0.3 a strip ten times as long as wide, roads are below 0.1. 0 removes none.</source>
      <translation>4π · 面积 / 周长² 更小的多边形被剔除：1 为圆，0.3 为长十倍于宽的条带，道路小于 0.1。0 不剔除。</translation>
    </message>
    <message>
      <source>Precision of cells</source>
      <translation>像元精确率</translation>
    </message>
    <message>
      <source>Precision of cells, first model</source>
      <translation>像元精确率，第一个模型</translation>
    </message>
    <message>
      <source>Precision of landslides at mask IoU 0.5</source>
      <translation>滑坡精确率（掩膜 IoU 0.5）</translation>
    </message>
    <message>
      <source>Precision of landslides at mask IoU 0.5, first model</source>
      <translation>滑坡精确率（掩膜 IoU 0.5），第一个模型</translation>
    </message>
    <message>
      <source>Predicting</source>
      <translation>正在预测</translation>
    </message>
    <message>
      <source>Preset</source>
      <translation>预设</translation>
    </message>
    <message>
      <source>Preset %1: the model is %2</source>
      <translation>预设 %1：模型为 %2</translation>
    </message>
    <message>
      <source>Prints a map of susceptibility classes on a sheet (PDF, A4 across): title, map at a round scale, legend, table of what the classes hold, scale bar, arrow to true north, coordinate system, date and source. With a DEM the relief shows through the classes.

The table comes from the attribute table that Classify susceptibility writes into the raster: area and, where it was given an inventory, share of the landslides and frequency ratio. To change the sheet by hand, take the menu entry Landslide Toolbox ▸ Susceptibility map layout instead, which opens it in QGIS's layout window; a layout saved from there as a template can be given here as TEMPLATE.

Takes a few seconds.</source>
      <translation>将易发性级别图印成一幅图（PDF，A4 横向）：标题、整比例尺的地图、图例、各级所含内容的表、比例尺、真北箭头、坐标系、日期和来源。有 DEM 时，起伏透过级别显示。

表格取自“易发性分级”写入栅格的属性表：面积，以及给定滑坡编目时的滑坡比例和频率比。若要手工修改图幅，请改用菜单 Landslide Toolbox ▸ 易发性图布局…，它在 QGIS 的布局窗口中打开；从那里保存为模板的布局可作为 TEMPLATE 给出。

只需几秒。</translation>
    </message>
    <message>
      <source>Probability (0–1) from which a cell is landslide; for Mask R-CNN the least score of a landslide. The model's own, chosen on its validation chips, when left empty.</source>
      <translation>单元被视为滑坡的最小概率（0–1）；对 Mask R-CNN 为滑坡的最低得分。留空时采用模型在验证切片上选定的值。</translation>
    </message>
    <message>
      <source>Probability (0–1), for Mask R-CNN the score, from which on it is landslide; each model's own when left empty.</source>
      <translation>视为滑坡的最小概率（0–1），对 Mask R-CNN 为得分；留空时采用各模型自身的值。</translation>
    </message>
    <message>
      <source>Probability of landslide in each cell, nodata where the scene has none or outside the area to search.</source>
      <translation>每个单元的滑坡概率；影像无数据处或搜索范围之外为无数据。</translation>
    </message>
    <message>
      <source>Proxy</source>
      <translation>代理</translation>
    </message>
    <message>
      <source>PyTorch computes on</source>
      <translation>PyTorch 的计算设备</translation>
    </message>
    <message>
      <source>PyTorch for</source>
      <translation>PyTorch 用于</translation>
    </message>
    <message>
      <source>PyTorch was built without it</source>
      <translation>PyTorch 构建时不含此功能</translation>
    </message>
    <message>
      <source>QGIS's Python lacks the module that makes environments; add it (Debian and Ubuntu: the package python3-venv) and install again</source>
      <translation>QGIS 的 Python 缺少建立环境的模块；请加上它（Debian 和 Ubuntu：软件包 python3-venv）后重新安装</translation>
    </message>
    <message>
      <source>QGIS's own Python %1 was not found (none with GDAL's module osgeo in %2): run this with it (on Linux usually /usr/bin/python3, on Windows python3 in the OSGeo4W Shell) or name it with --python</source>
      <translation>找不到 QGIS 自己的 Python %1（在 %2 中都没有 GDAL 的 osgeo 模块）：请用它来运行（Linux 上通常为 /usr/bin/python3，Windows 上为 OSGeo4W Shell 中的 python3），或用 --python 指定</translation>
    </message>
    <message>
      <source>Quantiles: every class holds the same number of cells</source>
      <translation>分位数：每级所含单元数相同</translation>
    </message>
    <message>
      <source>Rainfall</source>
      <translation>降雨</translation>
    </message>
    <message>
      <source>Rainfall (*.nc *.nc4 *.tif *.tiff);;All files (*.*)</source>
      <translation>降雨 (*.nc *.nc4 *.tif *.tiff);;所有文件 (*.*)</translation>
    </message>
    <message>
      <source>Rainfall factor</source>
      <translation>降雨因子</translation>
    </message>
    <message>
      <source>Raising the study area</source>
      <translation>正在生成研究区地形</translation>
    </message>
    <message>
      <source>Random changes of the training chips: mirroring, gaps in the data, enlarging and shrinking, contrast and brightness; or none</source>
      <translation>对训练切片的随机改变：镜像、数据缺块、放大缩小、对比度和亮度；或不增强</translation>
    </message>
    <message>
      <source>Random changes of the training chips: mirroring, gaps in the data, enlarging and shrinking, contrast and brightness; or none. Empty: as the preset says.</source>
      <translation>对训练切片的随机改变：镜像、数据缺块、放大缩小、对比度和亮度；或不增强。留空：采用预设值。</translation>
    </message>
    <message>
      <source>Random cross-validation is optimistic; see the spatial one for what to expect where nothing is mapped</source>
      <translation>随机交叉验证偏乐观；在没有编录之处应期待什么，请看空间交叉验证</translation>
    </message>
    <message>
      <source>Random draws</source>
      <translation>随机抽取</translation>
    </message>
    <message>
      <source>Random folds</source>
      <translation>随机折</translation>
    </message>
    <message>
      <source>Random forest on %1 samples: AUC %2 on %3 held out</source>
      <translation>随机森林，%1 个样本：在留出的 %3 个样本上 AUC 为 %2</translation>
    </message>
    <message>
      <source>Raster whose grid the factor gets, such as the DEM.</source>
      <translation>因子采用其格网的栅格，例如 DEM。</translation>
    </message>
    <message>
      <source>Raster whose grid the factor gets, such as the DEM; projected in metres.</source>
      <translation>因子采用其格网的栅格，例如 DEM；须为以米为单位的投影坐标系。</translation>
    </message>
    <message>
      <source>Raster whose grid the stack gets, such as the DEM; its values are not used.</source>
      <translation>因子栈采用其格网的栅格，例如 DEM；其数值不被使用。</translation>
    </message>
    <message>
      <source>Rasterising features</source>
      <translation>正在栅格化要素</translation>
    </message>
    <message>
      <source>Rasters with one factor each, and factor stacks; their bands become the factors, in this order.</source>
      <translation>每个含一个因子的栅格，以及因子栈；其波段按此顺序成为因子。</translation>
    </message>
    <message>
      <source>Rasters with one factor each, such as land cover or NDVI, and factor stacks.</source>
      <translation>每个含一个因子的栅格（例如土地覆盖或 NDVI）以及因子栈。</translation>
    </message>
    <message>
      <source>Reading %1</source>
      <translation>正在读取 %1</translation>
    </message>
    <message>
      <source>Reading both scenes</source>
      <translation>正在读取两景影像</translation>
    </message>
    <message>
      <source>Reading chips</source>
      <translation>正在读取切片</translation>
    </message>
    <message>
      <source>Reading samples</source>
      <translation>正在读取样本</translation>
    </message>
    <message>
      <source>Reading the DEM</source>
      <translation>正在读取 DEM</translation>
    </message>
    <message>
      <source>Reading the train pictures</source>
      <translation>正在读取训练图片</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>就绪</translation>
    </message>
    <message>
      <source>Ready to run.</source>
      <translation>可以运行。</translation>
    </message>
    <message>
      <source>Recall of cells</source>
      <translation>像元召回率</translation>
    </message>
    <message>
      <source>Recall of cells, first model</source>
      <translation>像元召回率，第一个模型</translation>
    </message>
    <message>
      <source>Recall of landslides at mask IoU 0.5</source>
      <translation>滑坡召回率（掩膜 IoU 0.5）</translation>
    </message>
    <message>
      <source>Recall of landslides at mask IoU 0.5, first model</source>
      <translation>滑坡召回率（掩膜 IoU 0.5），第一个模型</translation>
    </message>
    <message>
      <source>Red band</source>
      <translation>红波段</translation>
    </message>
    <message>
      <source>Reduced stack</source>
      <translation>精简后的因子栈</translation>
    </message>
    <message>
      <source>Reference raster</source>
      <translation>参考栅格</translation>
    </message>
    <message>
      <source>Reference scene</source>
      <translation>参考影像</translation>
    </message>
    <message>
      <source>Reference system of the coordinates</source>
      <translation>坐标的参考系</translation>
    </message>
    <message>
      <source>Reflectance = stored value × SCALE + OFFSET. Left empty: the raster's own scale, or 1.</source>
      <translation>反射率 = 存储值 × SCALE + OFFSET。留空：采用栅格自带的比例，否则为 1。</translation>
    </message>
    <message>
      <source>Relief window (cells)</source>
      <translation>起伏度窗口（单元）</translation>
    </message>
    <message>
      <source>Remove environment…</source>
      <translation>移除环境…</translation>
    </message>
    <message>
      <source>Remove {folder} with all packages in it?</source>
      <translation>移除 {folder} 及其中的所有软件包？</translation>
    </message>
    <message>
      <source>Removed landslides</source>
      <translation>被剔除的滑坡</translation>
    </message>
    <message>
      <source>Removes polygons that are probably no landslides: those that lie mostly in water, on roads, in fields or in other layers you name, on slopes too gentle, too small, too thin, or there twice.

What stays keeps its attributes. What goes is kept in Removed with the field reason, so that every decision can be checked on the map. Each test works only where its parameter is set. Layers may be in any coordinate reference system.

A few hundred polygons a second; Cancel keeps nothing.</source>
      <translation>剔除很可能不是滑坡的多边形：大部分位于水体、道路、农田或您指定的其他图层之内的，坡度过缓、过小、过细或重复的。

保留者属性不变。剔除者连同字段 reason（原因）保存在 Removed 中，以便在图上核对每个决定。每项检验只在设置了其参数时起作用。图层可为任意坐标参考系。

每秒处理数百个多边形；取消时不留下任何文件。</translation>
    </message>
    <message>
      <source>Removing …</source>
      <translation>正在移除…</translation>
    </message>
    <message>
      <source>Repeated draws</source>
      <translation>重复抽样</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>报告</translation>
    </message>
    <message>
      <source>Report of the fine-tuning</source>
      <translation>微调报告</translation>
    </message>
    <message>
      <source>Report of the matching</source>
      <translation>辐射匹配报告</translation>
    </message>
    <message>
      <source>Report on SHAP values</source>
      <translation>SHAP 值报告</translation>
    </message>
    <message>
      <source>Report on frequency ratios</source>
      <translation>频率比报告</translation>
    </message>
    <message>
      <source>Report on multicollinearity</source>
      <translation>多重共线性报告</translation>
    </message>
    <message>
      <source>Report on the classes</source>
      <translation>分级报告</translation>
    </message>
    <message>
      <source>Report on the model</source>
      <translation>模型报告</translation>
    </message>
    <message>
      <source>Resampling</source>
      <translation>重采样</translation>
    </message>
    <message>
      <source>Rivers</source>
      <translation>河流</translation>
    </message>
    <message>
      <source>Roads</source>
      <translation>道路</translation>
    </message>
    <message>
      <source>Root mean square error at stations left out</source>
      <translation>留出站点上的均方根误差</translation>
    </message>
    <message>
      <source>SHAP values</source>
      <translation>SHAP 值</translation>
    </message>
    <message>
      <source>SHAP values and dependence</source>
      <translation>SHAP 值与依赖关系</translation>
    </message>
    <message>
      <source>SHAP values of linear models</source>
      <translation>线性模型的 SHAP 值</translation>
    </message>
    <message>
      <source>Sample points</source>
      <translation>抽取样本点</translation>
    </message>
    <message>
      <source>Samples</source>
      <translation>样本</translation>
    </message>
    <message>
      <source>Samples a network learns from at a time</source>
      <translation>网络每次学习的样本数</translation>
    </message>
    <message>
      <source>Samples a network learns from at a time; left empty: what suits the model.</source>
      <translation>网络每次学习的样本数；留空：采用适合该模型的值。</translation>
    </message>
    <message>
      <source>Samples at most</source>
      <translation>样本数上限</translation>
    </message>
    <message>
      <source>Says how good one or several detectors are: on the chips of a split, or on a scene whose landslides have been mapped. All are judged by the same data, side by side in one table.

Cells: accuracy, precision, recall, F1, kappa, IoU, mean IoU, and average precision over all thresholds. Landslides one by one: COCO's AP, AP50, AP75 and AR for masks and boxes, and precision, recall and F1 at IoU 0.5. True landslides: how many were found at least by half, and the share of their area that was missed. The report adds curves of precision and recall, confusions, what was missed by size of the landslide, and pictures.

A network that maps cells finds groups of %1 or more cells over the threshold, with their mean probability as score. In a scene the polygons are judged that Detect landslides would draw, and only where the scene has data; AP knows no landslide below the threshold there.

The numbers are honest on data that chose nothing: the test chips of the training, or a scene from elsewhere. It takes as long as detecting; Cancel keeps nothing</source>
      <translation>说明一个或多个识别模型有多好：可用某一划分的切片，也可用已编录滑坡的一景影像。所有模型用相同数据评价，并列于一张表中。

像元：总体精度、精确率、召回率、F1、kappa、IoU、平均 IoU，以及所有阈值上的平均精度。逐个滑坡：COCO 的掩膜与边框 AP、AP50、AP75 和 AR，以及 IoU 0.5 时的精确率、召回率和 F1。真实滑坡：至少找到一半的有多少，以及漏绘的面积比例。报告另有精确率–召回率曲线、混淆矩阵、按滑坡大小统计的遗漏和图片。

逐像元制图的网络把超过阈值的、由 %1 个或更多单元组成的组作为滑坡，以其平均概率为得分。在影像中，评价的是“识别滑坡”会绘出的多边形，且只在影像有数据处；此时 AP 不知道低于阈值的滑坡。

只有在未参与任何选择的数据上，这些数字才是可信的：训练时的测试切片，或别处的影像。用时与识别相同；取消时不留下任何文件</translation>
    </message>
    <message>
      <source>Says how good one or several detectors are: on the chips of a split, or on a scene whose landslides have been mapped. All are judged by the same data, side by side in one table.

Cells: accuracy, precision, recall, F1, kappa, IoU, mean IoU, and average precision over all thresholds. Landslides one by one: COCO's AP, AP50, AP75 and AR for masks and boxes, and precision, recall and F1 at IoU 0.5. True landslides: how many were found at least by half, and the share of their area that was missed. The report adds curves of precision and recall, confusions, what was missed by size of the landslide, and pictures.

A network that maps cells finds groups of 9 or more cells over the threshold, with their mean probability as score. In a scene the polygons are judged that Detect landslides would draw, and only where the scene has data; AP knows no landslide below the threshold there.

The numbers are honest on data that chose nothing: the test chips of the training, or a scene from elsewhere. It takes as long as detecting; Cancel keeps nothing.</source>
      <translation>说明一个或多个识别模型有多好：可用某一划分的切片，也可用已编录滑坡的一景影像。所有模型用相同数据评价，并列于一张表中。

像元：总体精度、精确率、召回率、F1、kappa、IoU、平均 IoU，以及所有阈值上的平均精度。逐个滑坡：COCO 的掩膜与边框 AP、AP50、AP75 和 AR，以及 IoU 0.5 时的精确率、召回率和 F1。真实滑坡：至少找到一半的有多少，以及漏绘的面积比例。报告另有精确率–召回率曲线、混淆矩阵、按滑坡大小统计的遗漏和图片。

逐像元制图的网络把超过阈值的、由 9 个或更多单元组成的组作为滑坡，以其平均概率为得分。在影像中，评价的是“识别滑坡”会绘出的多边形，且只在影像有数据处；此时 AP 不知道低于阈值的滑坡。

只有在未参与任何选择的数据上，这些数字才是可信的：训练时的测试切片，或别处的影像。用时与识别相同；取消时不留下任何文件。</translation>
    </message>
    <message>
      <source>Scale</source>
      <translation>比例</translation>
    </message>
    <message>
      <source>Scale 1 : {scale}</source>
      <translation>比例尺 1 : {scale}</translation>
    </message>
    <message>
      <source>Scaling</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>Scene</source>
      <translation>影像</translation>
    </message>
    <message>
      <source>Scene to be changed; the file itself stays as it is.</source>
      <translation>要改变的影像；文件本身保持不变。</translation>
    </message>
    <message>
      <source>Scene to judge by, with its inventory, in place of chips.</source>
      <translation>用于评价的影像及其滑坡编目，代替切片。</translation>
    </message>
    <message>
      <source>Scene whose radiometry is taken, such as the one a detector was trained on; bands are matched by name, without names by order.</source>
      <translation>提供辐射基准的影像，例如训练识别模型所用的影像；波段按名称对应，没有名称时按顺序。</translation>
    </message>
    <message>
      <source>Scenes of other dates on the same grid and with the same bands.</source>
      <translation>同一格网、相同波段的其他日期影像。</translation>
    </message>
    <message>
      <source>Scores several trained models on the same samples and says whether they differ by more than chance.

Where the samples have a test part it alone is used; without one all samples are, and the log warns that models may have learnt from them. The table holds the metrics of each model at the thresholds of its own training. The report adds ROC curves, calibration, and for each pair of models the difference of AUC (DeLong) and of the predictions (McNemar, exact for few disagreements).

With MAPS every model is also applied to the whole stack, and the maps are compared: the area of each class (natural breaks) and, with an inventory, its landslides and frequency ratio side by side, and how scattered each map is (share of neighbouring cells of another class, patches per square kilometre, Moran's I).

Samples take seconds, longer for networks; maps take as long as Apply susceptibility model for each model. Cancelling writes nothing.</source>
      <translation>用相同样本为多个训练好的模型打分，并说明它们的差别是否超出偶然。

样本有测试部分时只用测试部分；没有时使用全部样本，日志会警告模型可能曾用它们训练。表中是每个模型在其训练时所定阈值上的指标。报告另有 ROC 曲线、校准，以及每对模型之间 AUC 的差（DeLong）和预测的差异（McNemar，不一致者少时用精确检验）。

启用 MAPS 时还把每个模型应用于整个因子栈并比较各图：每级的面积（自然断点），有滑坡编目时另有其滑坡和频率比并列，以及每幅图的破碎程度（级别不同的相邻单元比例、每平方千米图斑数、Moran's I）。

样本只需几秒，网络更久；制图时每个模型用时与“应用易发性模型”相同。取消时不写出任何文件。</translation>
    </message>
    <message>
      <source>Search and further settings</source>
      <translation>搜索与更多设置</translation>
    </message>
    <message>
      <source>Search for better settings</source>
      <translation>搜索更好的设置</translation>
    </message>
    <message>
      <source>Search of %1 trials over %2, judged by the validation chips</source>
      <translation>对 %2 搜索 %1 次试验，由验证切片评判</translation>
    </message>
    <message>
      <source>Seed</source>
      <translation>种子</translation>
    </message>
    <message>
      <source>Selecting factors</source>
      <translation>正在选择因子</translation>
    </message>
    <message>
      <source>Shapley values by letting factors change hands in random orders and their reverses, one pair of orders per background sample, in log-odds</source>
      <translation>Shapley 值：让因子按随机顺序及其逆序交替取值，每个背景样本一对顺序，以对数几率表示</translation>
    </message>
    <message>
      <source>Share (0–0.75) of a window's side that neighbours see too: more hides the windows' edges better and takes longer.</source>
      <translation>窗口边长中相邻窗口共见部分的比例（0–0.75）：越大越能掩盖窗口边缘，但用时更长。</translation>
    </message>
    <message>
      <source>Share (0–1) of a chip's cells that must be landslide; chips with less are left out. 0 takes every chip with a landslide cell.</source>
      <translation>切片单元中滑坡所占的最小比例（0–1）；不足者略去。0 采用每个含有滑坡单元的切片。</translation>
    </message>
    <message>
      <source>Share (0–1) of a polygon's area that may lie in a layer without landslides; polygons with more are removed.</source>
      <translation>多边形面积中可位于无滑坡图层内的比例（0–1）；超过者被剔除。</translation>
    </message>
    <message>
      <source>Share by which that range is widened at both ends.</source>
      <translation>该范围在两端放宽的比例。</translation>
    </message>
    <message>
      <source>Share for testing</source>
      <translation>测试比例</translation>
    </message>
    <message>
      <source>Share of landslides of which half the area was mapped</source>
      <translation>至少绘出一半面积的滑坡比例</translation>
    </message>
    <message>
      <source>Share of landslides of which half the area was mapped, first model</source>
      <translation>至少绘出一半面积的滑坡比例，第一个模型</translation>
    </message>
    <message>
      <source>Share of the cells of a landslide that upper_part keeps, the highest first.</source>
      <translation>upper_part 保留的滑坡单元比例，从最高处开始。</translation>
    </message>
    <message>
      <source>Share of the landslide cells kept for the test, which no model ever learns from; 0 keeps none.</source>
      <translation>留作测试的滑坡单元比例，任何模型都不会用其学习；0 不保留。</translation>
    </message>
    <message>
      <source>Share of the upper part</source>
      <translation>上部比例</translation>
    </message>
    <message>
      <source>Short-wave infrared band</source>
      <translation>短波红外波段</translation>
    </message>
    <message>
      <source>Shuffling factors</source>
      <translation>正在打乱因子</translation>
    </message>
    <message>
      <source>Side of a block</source>
      <translation>方块边长</translation>
    </message>
    <message>
      <source>Side of a block: %1 m, over which landslides cling together, by their variogram</source>
      <translation>方块边长：%1 m，即由变异函数得出的滑坡聚集距离</translation>
    </message>
    <message>
      <source>Side of a block: %1 m, which leaves enough of them: landslides are not seen to cling together</source>
      <translation>方块边长：%1 m，可保留足够多的方块：未见滑坡聚集</translation>
    </message>
    <message>
      <source>Side of a block: %1 m, which leaves enough of them: landslides cling together over %2 m</source>
      <translation>方块边长：%1 m，可保留足够多的方块：滑坡在 %2 m 范围内聚集</translation>
    </message>
    <message>
      <source>Side of a chip in cells: larger than most landslides, and smaller than a quarter of the scene, or few chips fit into three splits.</source>
      <translation>切片边长（单元）：应大于大多数滑坡，并小于影像的四分之一，否则能放入三个划分的切片很少。</translation>
    </message>
    <message>
      <source>Side of the square window in which relief is measured, an odd number of cells.</source>
      <translation>量测起伏度的方形窗口边长，单元数为奇数。</translation>
    </message>
    <message>
      <source>Side of the squares of spatial_blocks (metres); 0 takes the distance over which landslides cling together, from their variogram, or less where that would leave too few blocks with landslides for the folds (four each, where landslides are enough).</source>
      <translation>spatial_blocks 方块的边长（米）；0 取滑坡聚集的距离（由其变异函数得出），若因此含滑坡的方块对各折而言过少（滑坡足够时每折四个）则取更小值。</translation>
    </message>
    <message>
      <source>Side of the surroundings</source>
      <translation>周围窗口边长</translation>
    </message>
    <message>
      <source>Size of the steps of learning, of networks and boosted trees</source>
      <translation>网络和提升树的学习步长</translation>
    </message>
    <message>
      <source>Size of the steps of learning, of networks and boosted trees; left empty: what suits the model.</source>
      <translation>网络和提升树的学习步长；留空：采用适合该模型的值。</translation>
    </message>
    <message>
      <source>Slope</source>
      <translation>坡度</translation>
    </message>
    <message>
      <source>Slope in degrees: a raster of one band, or a factor stack with a band called slope.</source>
      <translation>以度为单位的坡度：单波段栅格，或含名为 slope 波段的因子栈。</translation>
    </message>
    <message>
      <source>Slope, size and shape</source>
      <translation>坡度、大小与形状</translation>
    </message>
    <message>
      <source>Smaller landslides are left out; %1 cells when left empty</source>
      <translation>更小的滑坡被略去；留空时为 %1 个单元</translation>
    </message>
    <message>
      <source>Smaller landslides are left out; 9 cells when left empty.</source>
      <translation>更小的滑坡被略去；留空时为 9 个单元。</translation>
    </message>
    <message>
      <source>Smaller polygons are removed; 0 removes none.</source>
      <translation>更小的多边形被剔除；0 不剔除。</translation>
    </message>
    <message>
      <source>Smoothing outlines</source>
      <translation>正在平滑轮廓</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>Source: {source}</source>
      <translation>来源：{source}</translation>
    </message>
    <message>
      <source>Spatial blocks</source>
      <translation>空间分块</translation>
    </message>
    <message>
      <source>Spatial blocks are too few to hold whole ones back: the samples that tell when to stop or where the threshold lies were drawn by landslide</source>
      <translation>空间方块太少，无法整块留出：用于判断何时停止或阈值所在的样本按滑坡抽取</translation>
    </message>
    <message>
      <source>Spatial cross-validation could not be run beside it: %1</source>
      <translation>无法同时进行空间交叉验证：%1</translation>
    </message>
    <message>
      <source>Spectral index</source>
      <translation>光谱指数</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>划分</translation>
    </message>
    <message>
      <source>Split (%)</source>
      <translation>划分 (%)</translation>
    </message>
    <message>
      <source>Stack factors</source>
      <translation>堆叠因子</translation>
    </message>
    <message>
      <source>Standard deviation over the members of the model: the trees of a forest, or the models of an ensemble (MEMBERS in Train susceptibility model).</source>
      <translation>模型各成员之间的标准差：森林的树，或集成的模型（“训练易发性模型”中的 MEMBERS）。</translation>
    </message>
    <message>
      <source>Stands above the map.</source>
      <translation>位于地图上方。</translation>
    </message>
    <message>
      <source>Start: %1</source>
      <translation>起始：%1</translation>
    </message>
    <message>
      <source>Starting weights</source>
      <translation>初始权重</translation>
    </message>
    <message>
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <source>Stations</source>
      <translation>站点</translation>
    </message>
    <message>
      <source>Stay within the range of landslides</source>
      <translation>限于滑坡处的取值范围</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>步骤</translation>
    </message>
    <message>
      <source>Step size at the start; smaller when the training diverges, larger when it crawls</source>
      <translation>起始步长；训练发散时调小，进展缓慢时调大</translation>
    </message>
    <message>
      <source>Step size at the start; smaller when the training diverges, larger when it crawls. Empty: as the preset says.</source>
      <translation>起始步长；训练发散时调小，进展缓慢时调大。留空：采用预设值。</translation>
    </message>
    <message>
      <source>Steps of the landslide workflow</source>
      <translation>滑坡工作流程的步骤</translation>
    </message>
    <message>
      <source>Stride (cells)</source>
      <translation>步长（单元）</translation>
    </message>
    <message>
      <source>Study area</source>
      <translation>研究区</translation>
    </message>
    <message>
      <source>Study area complete</source>
      <translation>研究区已生成</translation>
    </message>
    <message>
      <source>Study area of %1 × %2 km with %3 landslides</source>
      <translation>%1 × %2 km 的研究区，有 %3 个滑坡</translation>
    </message>
    <message>
      <source>Summing up rain</source>
      <translation>正在累计降雨</translation>
    </message>
    <message>
      <source>Sums rainfall over time up to one factor in millimetres: the mean year, the total, or the wettest month. Takes CF NetCDF (any calendar, steps of a month or less, amounts or rates, packed values, longitudes from 0 to 360, either way up), or a raster whose bands are months.

In the mean year each calendar month is the mean of the years that have it, so years begun or broken off do not bias it. Where a step is missing the cell has no value.

The output is a factor stack of one band on the grid of the reference. Only the part of the file around the reference is read, in pieces, so memory does not grow with either raster. Cancel keeps nothing.</source>
      <translation>将降雨随时间汇总为一个以毫米为单位的因子：平均年、总量或最湿月。可用 CF NetCDF（任意历法，时间步长为一个月或更短，雨量或雨强，打包数值，经度 0 至 360，北在上或南在上），或每月一个波段的栅格。

平均年中每个月取有该月的各年的平均，因此不完整的年份不会带来偏差。某一步缺失时单元没有值。

输出是参考格网上的单波段因子栈。只分块读取文件中参考栅格周围的部分，因此内存不随任一栅格增大。取消时不留下任何文件。</translation>
    </message>
    <message>
      <source>Susceptibility</source>
      <translation>易发性</translation>
    </message>
    <message>
      <source>Susceptibility classes</source>
      <translation>易发性级别</translation>
    </message>
    <message>
      <source>Susceptibility map layout…</source>
      <translation>易发性图布局…</translation>
    </message>
    <message>
      <source>Susceptibility map sheet</source>
      <translation>易发性图幅</translation>
    </message>
    <message>
      <source>Susceptibility of each cell from 0 to 1.</source>
      <translation>每个单元从 0 到 1 的易发性。</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>表格</translation>
    </message>
    <message>
      <source>Table of SHAP values</source>
      <translation>SHAP 值表</translation>
    </message>
    <message>
      <source>Table of classes</source>
      <translation>级别表</translation>
    </message>
    <message>
      <source>Table of factors</source>
      <translation>因子表</translation>
    </message>
    <message>
      <source>Table of frequency ratios</source>
      <translation>频率比表</translation>
    </message>
    <message>
      <source>Table of susceptibility classes</source>
      <translation>易发性级别表</translation>
    </message>
    <message>
      <source>Terrain factors</source>
      <translation>地形因子</translation>
    </message>
    <message>
      <source>Test chips</source>
      <translation>测试切片</translation>
    </message>
    <message>
      <source>Test samples</source>
      <translation>测试样本</translation>
    </message>
    <message>
      <source>Test samples lie in the same spatial blocks as training samples, which can make them easy to tell: their AUC is %1, by spatial blocks it is %2 (%3)</source>
      <translation>测试样本与训练样本位于相同的空间方块中，因而可能容易判断：其 AUC 为 %1，按空间方块为 %2（%3）</translation>
    </message>
    <message>
      <source>Test values of that field</source>
      <translation>该字段的测试值</translation>
    </message>
    <message>
      <source>The bands are those of the initial model: %1</source>
      <translation>波段与初始模型相同：%1</translation>
    </message>
    <message>
      <source>The bands of one scene are constant or copies of each other; leave such bands out</source>
      <translation>一景影像的波段恒定或互为副本；请去掉这样的波段</translation>
    </message>
    <message>
      <source>The conditioning factors the samples were drawn on.</source>
      <translation>抽取样本时所用的条件因子。</translation>
    </message>
    <message>
      <source>The conditioning factors to compare; the samples were drawn on them.</source>
      <translation>要比较的条件因子；样本在其上抽取。</translation>
    </message>
    <message>
      <source>The conditioning factors; only cells where every factor has a value are drawn.</source>
      <translation>条件因子；只抽取每个因子都有值的单元。</translation>
    </message>
    <message>
      <source>The contribution of each factor to each cell, a band per factor; shown is the most important. Slow: see above.</source>
      <translation>每个因子对每个单元的贡献，每个因子一个波段；显示最重要的一个。较慢：见上文。</translation>
    </message>
    <message>
      <source>The contributions miss the prediction by %1 (%2), and %3 is allowed: this model cannot be explained; train it again and report the problem if it stays</source>
      <translation>贡献之和与预测相差 %1（%2），而允许 %3：该模型无法解释；请重新训练，若仍如此请报告此问题</translation>
    </message>
    <message>
      <source>The detector as ONNX, with the model card among its metadata.</source>
      <translation>ONNX 格式的识别模型，元数据中含模型卡。</translation>
    </message>
    <message>
      <source>The environment is removed; what QGIS has loaded of it stays until it is restarted.</source>
      <translation>环境已移除；QGIS 已加载的部分在重启前仍然存在。</translation>
    </message>
    <message>
      <source>The factor with the largest contribution to each cell, up or down: names and colours. Slow: see above.</source>
      <translation>对每个单元贡献最大（升或降）的因子：名称和颜色。较慢：见上文。</translation>
    </message>
    <message>
      <source>The factor: one band in millimetres, Float32, nodata NaN.</source>
      <translation>因子：一个波段，毫米，Float32，无数据为 NaN。</translation>
    </message>
    <message>
      <source>The factor: one band in the units of the field, Float32, nodata NaN.</source>
      <translation>因子：一个波段，单位同字段，Float32，无数据为 NaN。</translation>
    </message>
    <message>
      <source>The factor: one band of codes, Float32, nodata NaN, with labels.</source>
      <translation>因子：一个代码波段，Float32，无数据为 NaN，带标签。</translation>
    </message>
    <message>
      <source>The factor: one band, Float32, nodata NaN.</source>
      <translation>因子：一个波段，Float32，无数据为 NaN。</translation>
    </message>
    <message>
      <source>The factor: one band, metres, Float32, nodata NaN.</source>
      <translation>因子：一个波段，米，Float32，无数据为 NaN。</translation>
    </message>
    <message>
      <source>The field of the inventory that parts the landslides when SPLIT is field, such as the year.</source>
      <translation>SPLIT 为 field 时用来划分滑坡的编目字段，例如年份。</translation>
    </message>
    <message>
      <source>The folder %1 was not completed: %2 is missing</source>
      <translation>文件夹 %1 未完成：缺少 %2</translation>
    </message>
    <message>
      <source>The folder to fill: a new or empty one, or an earlier study area, which is replaced.</source>
      <translation>要填充的文件夹：新的或空的文件夹，或先前的研究区（将被替换）。</translation>
    </message>
    <message>
      <source>The frequency ratio does not rise with the class: %1. The map does not order the area by landslide frequency there</source>
      <translation>频率比没有随级别升高：%1。在那里该图没有按滑坡频率为区域排序</translation>
    </message>
    <message>
      <source>The landslides cannot be outlined: %1</source>
      <translation>无法勾绘滑坡轮廓：%1</translation>
    </message>
    <message>
      <source>The landslides found.</source>
      <translation>找到的滑坡。</translation>
    </message>
    <message>
      <source>The map has no table of classes; classify it again with Classify susceptibility to get one.</source>
      <translation>该图没有级别表；请用“易发性分级”重新分级以得到级别表。</translation>
    </message>
    <message>
      <source>The map to cut into classes: one band, in a projected CRS in metres.</source>
      <translation>要分级的图：一个波段，以米为单位的投影坐标系。</translation>
    </message>
    <message>
      <source>The memory does not suffice for %1 chips at once: going on with %2</source>
      <translation>内存不足以同时处理 %1 个切片：改用 %2 个继续</translation>
    </message>
    <message>
      <source>The memory does not suffice for one %1 of this network; choose smaller chips, another ARCHITECTURE or DEVICE cpu</source>
      <translation>内存不足以处理该网络的一个%1；请选择更小的切片、其他 ARCHITECTURE，或将 DEVICE 设为 cpu</translation>
    </message>
    <message>
      <source>The memory does not suffice for this network on even one cell; choose DEVICE cpu, or close other programs</source>
      <translation>内存连该网络的一个栅格单元都不足以处理；请将 DEVICE 设为 cpu，或关闭其他程序</translation>
    </message>
    <message>
      <source>The model and settings of a published study, instead of MODEL: moxi (cnn), ludian (hybrid_cnn), zhangjiajie (multiscale_cnn_3d). Settings given below still count.</source>
      <translation>已发表研究的模型和设置，代替 MODEL：moxi（cnn）、ludian（hybrid_cnn）、zhangjiajie（multiscale_cnn_3d）。下面给出的设置仍然有效。</translation>
    </message>
    <message>
      <source>The model file after fine-tuning; there is none without mapped landslides.</source>
      <translation>微调后的模型文件；没有已编录的滑坡时不产生。</translation>
    </message>
    <message>
      <source>The model file: factors, encoding, weights and metrics; it holds no code.</source>
      <translation>模型文件：因子、编码、权重和指标；不含任何代码。</translation>
    </message>
    <message>
      <source>The model file: network, normalisation, threshold and the card that describes them.</source>
      <translation>模型文件：网络、归一化、阈值以及说明它们的模型卡。</translation>
    </message>
    <message>
      <source>The model to train, as in Train susceptibility model.</source>
      <translation>要训练的模型，同“训练易发性模型”。</translation>
    </message>
    <message>
      <source>The model was trained on cells of %1 and is applied to cells of %2: slopes, curvatures and surroundings mean something else at another scale</source>
      <translation>模型在 %1 的单元上训练，却应用于 %2 的单元：坡度、曲率和周围环境在另一尺度上含义不同</translation>
    </message>
    <message>
      <source>The other polygons, with the field reason.</source>
      <translation>其余的多边形，带字段 reason（原因）。</translation>
    </message>
    <message>
      <source>The package %1, needed for %2, %3; %4</source>
      <translation>软件包 %1（用于%2）%3；%4</translation>
    </message>
    <message>
      <source>The packages are installed and can be used now.</source>
      <translation>软件包已安装，现在即可使用。</translation>
    </message>
    <message>
      <source>The packages are installed; restart QGIS, which still uses other versions of: {names}.</source>
      <translation>软件包已安装；请重启 QGIS，它仍在使用其他版本的：{names}。</translation>
    </message>
    <message>
      <source>The page with the versions.</source>
      <translation>列出各版本的页面。</translation>
    </message>
    <message>
      <source>The polygons that passed every test.</source>
      <translation>通过所有检验的多边形。</translation>
    </message>
    <message>
      <source>The preset %1 was made for chips with %2 %3; these have %4</source>
      <translation>预设 %1 针对 %2 为 %3 的切片；这些切片为 %4</translation>
    </message>
    <message>
      <source>The project has no layer of susceptibility classes; make one with Classify susceptibility.</source>
      <translation>工程中没有易发性级别图层；请用“易发性分级”生成。</translation>
    </message>
    <message>
      <source>The results that this project lists cannot be read ({problem}); the list starts anew.</source>
      <translation>无法读取本项目列出的结果（{problem}）；列表将重新开始。</translation>
    </message>
    <message>
      <source>The samples do not say in which blocks they lie: %1 squares were laid, %2 map units wide</source>
      <translation>样本没有说明各自位于哪个方块：已铺设 %1 个方块，边长 %2 个地图单位</translation>
    </message>
    <message>
      <source>The samples do not say in which blocks they lie: that their folds are spatial was taken on trust</source>
      <translation>样本没有说明各自位于哪个方块：其折是否按空间划分只能信任</translation>
    </message>
    <message>
      <source>The samples have no test part: the models may have learnt from them, which flatters them</source>
      <translation>样本没有测试部分：模型可能曾用它们训练，结果会偏乐观</translation>
    </message>
    <message>
      <source>The samples lie off the centres of cells, all alike: were they drawn on another grid?</source>
      <translation>样本都以相同方式偏离单元中心：它们是否在另一格网上抽取？</translation>
    </message>
    <message>
      <source>The samples to explain; those with split = train are also the background.</source>
      <translation>要解释的样本；split = train 的样本同时作为背景。</translation>
    </message>
    <message>
      <source>The samples, styled by class and split.</source>
      <translation>样本，按类别和划分设置样式。</translation>
    </message>
    <message>
      <source>The scene with the radiometry of the reference.</source>
      <translation>具有参考影像辐射特征的影像。</translation>
    </message>
    <message>
      <source>The settings were chosen on the training samples, which makes their cross-validation a little optimistic; test samples took no part</source>
      <translation>这些设置是在训练样本上选择的，因此其交叉验证略偏乐观；测试样本没有参与</translation>
    </message>
    <message>
      <source>The stack made by "Stack factors".</source>
      <translation>由“堆叠因子”生成的因子栈。</translation>
    </message>
    <message>
      <source>The stack with the factors kept, their values unchanged.</source>
      <translation>保留因子的因子栈，数值不变。</translation>
    </message>
    <message>
      <source>The table of {count} classes does not fit on the sheet and is left out.</source>
      <translation>{count} 级的表放不进图幅，已略去。</translation>
    </message>
    <message>
      <source>The training diverged: the loss is no longer a number; choose a smaller LEARNING_RATE</source>
      <translation>训练发散：损失已不是数字；请选择更小的 LEARNING_RATE</translation>
    </message>
    <message>
      <source>The units "%1" are not known; the values are taken for millimetres in each step</source>
      <translation>单位“%1”未知；数值按每步的毫米数处理</translation>
    </message>
    <message>
      <source>The validated samples with score and matching code (TP, FP, FN, TN) at the Youden threshold; each was scored by a model that has not seen it.</source>
      <translation>经验证的样本，带得分和在 Youden 阈值上的对错代码（TP、FP、FN、TN）；每个都由未见过它的模型打分。</translation>
    </message>
    <message>
      <source>There are no test chips: nothing says how good the detector is on landslides that chose nothing</source>
      <translation>没有测试切片：无从说明识别模型在未参与选择的滑坡上有多好</translation>
    </message>
    <message>
      <source>There is more than one station at %1 of %2 places; their values, up to %3 from the mean, were averaged</source>
      <translation>%2 个位置中有 %1 个有多个站点；其数值（与平均值最多相差 %3）已取平均</translation>
    </message>
    <message>
      <source>There is nothing to choose from yet; choose the layers first.</source>
      <translation>还没有可选的内容；请先选择图层。</translation>
    </message>
    <message>
      <source>Threshold</source>
      <translation>阈值</translation>
    </message>
    <message>
      <source>Threshold %1, least area %2 m²</source>
      <translation>阈值 %1，最小面积 %2 m²</translation>
    </message>
    <message>
      <source>Threshold chosen on the validation chips: %1</source>
      <translation>在验证切片上选定的阈值：%1</translation>
    </message>
    <message>
      <source>Through the proxy %1</source>
      <translation>通过代理 %1</translation>
    </message>
    <message>
      <source>Tiles of %1 × %2 cells, bands in this order: %3</source>
      <translation>%1 × %2 个单元的图块，波段按此顺序：%3</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>To mend it, %1</source>
      <translation>修复办法：%1</translation>
    </message>
    <message>
      <source>Train detector</source>
      <translation>训练识别模型</translation>
    </message>
    <message>
      <source>Train susceptibility model</source>
      <translation>训练易发性模型</translation>
    </message>
    <message>
      <source>Trained on</source>
      <translation>训练数据</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>训练</translation>
    </message>
    <message>
      <source>Training and test</source>
      <translation>训练与测试</translation>
    </message>
    <message>
      <source>Training chips</source>
      <translation>训练切片</translation>
    </message>
    <message>
      <source>Training epoch %1</source>
      <translation>正在训练第 %1 轮</translation>
    </message>
    <message>
      <source>Training on with mapped landslides</source>
      <translation>用已制图的滑坡继续训练</translation>
    </message>
    <message>
      <source>Training values of that field</source>
      <translation>该字段的训练值</translation>
    </message>
    <message>
      <source>Trainings with which to search for optimizer, learning rate and focal loss before the final one; what is set above stays as it is. A trial takes as long as a training, unless it does badly and is given up early; the validation chips judge. 0: no search. With a checkpoint the trials are kept beside it, for a later run to go on</source>
      <translation>在最终训练之前，用多少次训练搜索优化器、学习率和 focal 损失；上面已设定的项保持不变。一次试验用时与一次训练相同，除非表现不佳而提前放弃；由验证切片评判。0：不搜索。有检查点时，各次试验保存在其旁，供以后的运行继续</translation>
    </message>
    <message>
      <source>Trainings with which to search for optimizer, learning rate and focal loss before the final one; what is set above stays as it is. A trial takes as long as a training, unless it does badly and is given up early; the validation chips judge. 0: no search. With a checkpoint the trials are kept beside it, for a later run to go on. Empty: as the preset says.</source>
      <translation>在最终训练之前，用多少次训练搜索优化器、学习率和 focal 损失；上面已设定的项保持不变。一次试验用时与一次训练相同，除非表现不佳而提前放弃；由验证切片评判。0：不搜索。有检查点时，各次试验保存在其旁，供以后的运行继续。留空：采用预设值。</translation>
    </message>
    <message>
      <source>Trains a model that tells from conditioning factors how likely a cell is to hold a landslide.

The model is first validated on samples it has not seen: on spatial blocks (spatial_cv), on folds drawn by landslide (random_cv, optimistic; the report says by how much) or on the test samples alone (test_split). Test samples choose nothing and teach nothing, whatever the validation. The model that is written is then trained on all training samples.

Samples in several draws (REPEATS in Sample points) make an ensemble with a member per draw; its map has a mean and a spread. TUNING_TRIALS searches for settings on the training samples before anything else. CALIBRATION bends the scores, on samples the models have not seen, so that of ten samples with 0.8 eight are landslides; among all cells of the map, where landslides are much rarer than among the samples, they are fewer.

Outputs are the model file, a table of metrics, the validated samples with their matching codes, a report with ROC, precision and recall, calibration, learning curves and confusion matrices, and the AUC of the validation. A forest takes seconds to a minute per fold; a CNN takes minutes per fold without a GPU; a search takes three folds for each trial. Cancel works at any time and keeps nothing.</source>
      <translation>训练一个由条件因子判断单元发生滑坡可能性的模型。

模型先在其未见过的样本上验证：空间方块（spatial_cv）、按滑坡划分的折（random_cv，偏乐观；报告会说明偏多少）或仅用测试样本（test_split）。不论采用哪种验证，测试样本都不参与选择，也不用于学习。写出的模型随后用全部训练样本训练。

多次抽样的样本（“抽取样本点”的 REPEATS）得到集成，每次抽样一个成员；其图有平均值和离散程度。TUNING_TRIALS 首先在训练样本上搜索设置。CALIBRATION 用模型未见过的样本校正得分，使十个 0.8 的样本中有八个是滑坡；而在图的全部单元中，滑坡比在样本中少见得多，因此少于八个。

输出有模型文件、指标表、带对错代码的已验证样本、含 ROC、精确率与召回率、校准、学习曲线和混淆矩阵的报告，以及验证的 AUC。森林每折需几秒到一分钟；没有 GPU 时 CNN 每折需几分钟；搜索的每次试验需三折。任何时候都可取消，且不留下任何文件。</translation>
    </message>
    <message>
      <source>Trains a network to map landslides from training chips. The network learns from the train chips; the epoch whose weights are kept and the threshold are chosen on the validation chips; the test chips only judge the result.

What is left empty takes the value of the preset: the toolbox's own choice (standard) or that of a published study.

U-Nets give a probability per cell and train in minutes on a few CPU cores. Mask R-CNN outlines each landslide by itself and takes about ten times as long; its presets are meant for a GPU.

Comes out: a model file that Detect landslides uses, with a card that says what it was trained on, and a report with learning curves, measures and example predictions. Cancel stops within seconds and keeps nothing but the checkpoint, when one was asked for.</source>
      <translation>用训练切片训练一个绘制滑坡的网络。网络用训练切片学习；保留哪一轮的权重以及阈值由验证切片选定；测试切片只用来评判结果。

留空的项取预设值：工具箱自己的选择（standard）或已发表研究的选择。

U-Net 给出每个单元的概率，在几个 CPU 核上几分钟即可训练。Mask R-CNN 逐个勾绘滑坡，用时约为十倍；其预设针对 GPU。

得到：供“识别滑坡”使用的模型文件，附有说明其训练数据的模型卡；以及含学习曲线、度量和预测示例的报告。取消在几秒内停止，除要求的检查点外不留下任何文件。</translation>
    </message>
    <message>
      <source>Trains a susceptibility model with all factors, without each factor in turn and with each alone, and compares the area under the ROC curve on folds the models have not seen.

TABLE and REPORT have, per factor, the relative decrease of the AUC without it and the AUC with it alone, each with its spread between folds. Test samples take no part.

Every model is trained from scratch, so with n factors and k folds there are k (2 n + 1) trainings: minutes for a forest or boosting, hours for a CNN without a GPU. TREES or EPOCHS make it faster. Cancel works at any time and keeps nothing.</source>
      <translation>分别用全部因子、依次去掉每个因子、以及单独用每个因子训练易发性模型，并在模型未见过的折上比较 ROC 曲线下面积。

TABLE 和 REPORT 给出每个因子去掉后 AUC 的相对降低，以及单独使用时的 AUC，均附各折间的离散程度。测试样本不参与。

每个模型都从头训练，因此 n 个因子、k 折共需 k (2 n + 1) 次训练：森林或提升树需几分钟，没有 GPU 时 CNN 需数小时。TREES 或 EPOCHS 可使其更快。任何时候都可取消，且不留下任何文件。</translation>
    </message>
    <message>
      <source>Transfer a detector</source>
      <translation>迁移识别模型</translation>
    </message>
    <message>
      <source>Trees</source>
      <translation>树的数量</translation>
    </message>
    <message>
      <source>Trees of a forest, or boosted trees at most</source>
      <translation>森林的树数，或提升树的最多棵数</translation>
    </message>
    <message>
      <source>Trees of a forest, or boosted trees at most; left empty: what suits the model.</source>
      <translation>森林的树数，或提升树的最多棵数；留空：采用适合该模型的值。</translation>
    </message>
    <message>
      <source>Trees of random_forest, or at most of xgboost; left empty: as in training.</source>
      <translation>random_forest 的树数，或 xgboost 的最多棵数；留空：与训练时相同。</translation>
    </message>
    <message>
      <source>Trial %1 of %2: %3</source>
      <translation>第 %1 次试验（共 %2 次）：%3</translation>
    </message>
    <message>
      <source>Trials of the search</source>
      <translation>搜索的试验次数</translation>
    </message>
    <message>
      <source>Two or more model files written by Train susceptibility model.</source>
      <translation>两个或更多由“训练易发性模型”写出的模型文件。</translation>
    </message>
    <message>
      <source>Uncertainty</source>
      <translation>不确定性</translation>
    </message>
    <message>
      <source>VIF limit</source>
      <translation>VIF 界限</translation>
    </message>
    <message>
      <source>Validation</source>
      <translation>验证</translation>
    </message>
    <message>
      <source>Validation chips</source>
      <translation>验证切片</translation>
    </message>
    <message>
      <source>Values of FIELD whose landslides are for training, split by commas: 2005, 2006. Left empty: all that are not test. Landslides of other values are no samples, but keep cells without landslides away.</source>
      <translation>FIELD 中哪些值的滑坡用于训练，以逗号分隔：2005, 2006。留空：除测试外的全部。其他值的滑坡不作为样本，但非滑坡单元会与之保持距离。</translation>
    </message>
    <message>
      <source>Values of FIELD whose landslides are the test part, split by commas: 2010, 2011. Left empty: whole values go to the test part and to the folds by their shares, and spatial_cv keeps them whole.</source>
      <translation>FIELD 中哪些值的滑坡为测试部分，以逗号分隔：2010, 2011。留空：整个值按其比例分到测试部分和各折，spatial_cv 使其保持完整。</translation>
    </message>
    <message>
      <source>Variable</source>
      <translation>变量</translation>
    </message>
    <message>
      <source>Vector layers (areas, and with a buffer lines and points) and rasters (cells with a value other than 0) where no landslides are: water, roads, fields, settlements, clouds.</source>
      <translation>没有滑坡的矢量图层（面；有缓冲时也包括线和点）和栅格（值不为 0 的单元）：水体、道路、农田、居民地、云。</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>版本</translation>
    </message>
    <message>
      <source>WINDOW (%1) has no meaning for %2, which sees the cell alone</source>
      <translation>WINDOW（%1）对只看单元自身的 %2 没有意义</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>正在等待</translation>
    </message>
    <message>
      <source>Weight decay</source>
      <translation>权重衰减</translation>
    </message>
    <message>
      <source>Weight of landslide cells in the focal loss</source>
      <translation>focal 损失中滑坡单元的权重</translation>
    </message>
    <message>
      <source>Weight of landslide cells in the focal loss. Empty: as the preset says.</source>
      <translation>focal 损失中滑坡单元的权重。留空：采用预设值。</translation>
    </message>
    <message>
      <source>Weights (*.pth *.safetensors)</source>
      <translation>权重 (*.pth *.safetensors)</translation>
    </message>
    <message>
      <source>What Install will do</source>
      <translation>安装将做什么</translation>
    </message>
    <message>
      <source>What QGIS carries itself (numpy, GDAL …) is used and never replaced; nothing outside that folder is changed</source>
      <translation>使用而绝不替换 QGIS 自带的软件包（numpy、GDAL 等）；该文件夹之外不作任何改变</translation>
    </message>
    <message>
      <source>What a network that maps cells minimises: focal weighs hard cells, dice_focal adds the overlap, bce is cross-entropy weighted by the rarity of landslides. Mask R-CNN has losses of its own</source>
      <translation>逐像元制图的网络所最小化的损失：focal 侧重难分单元，dice_focal 另加重叠度，bce 是按滑坡稀有程度加权的交叉熵。Mask R-CNN 有自己的损失</translation>
    </message>
    <message>
      <source>What a network that maps cells minimises: focal weighs hard cells, dice_focal adds the overlap, bce is cross-entropy weighted by the rarity of landslides. Mask R-CNN has losses of its own. Empty: as the preset says.</source>
      <translation>逐像元制图的网络所最小化的损失：focal 侧重难分单元，dice_focal 另加重叠度，bce 是按滑坡稀有程度加权的交叉熵。Mask R-CNN 有自己的损失。留空：采用预设值。</translation>
    </message>
    <message>
      <source>What happens to hollows before flow is routed: fill raises them to their spill level, breach cuts a channel to lower ground, none lets the flow end in them. Slopes are always those of the DEM as it is.</source>
      <translation>计算汇流之前如何处理洼地：fill 将其填到溢出高度，breach 开凿通向更低处的沟道，none 让水流在其中终止。坡度始终取自原样的 DEM。</translation>
    </message>
    <message>
      <source>What is kept of several dates: the greenest (maximum) or the typical (median) value.</source>
      <translation>多个日期中保留什么：最绿的（最大）值或典型的（中）值。</translation>
    </message>
    <message>
      <source>What it needs</source>
      <translation>所需输入</translation>
    </message>
    <message>
      <source>What the classes hold</source>
      <translation>各级所含内容</translation>
    </message>
    <message>
      <source>What the selected step needs and has made</source>
      <translation>所选步骤需要什么、已生成什么</translation>
    </message>
    <message>
      <source>Where networks compute: auto takes the GPU when there is one.</source>
      <translation>网络在哪里计算：auto 在有 GPU 时使用 GPU。</translation>
    </message>
    <message>
      <source>Where no cell without landslides is drawn, for example water, glaciers or land that nobody mapped.</source>
      <translation>不抽取非滑坡单元的地方，例如水体、冰川或没有人编录过的土地。</translation>
    </message>
    <message>
      <source>Where packages come from</source>
      <translation>软件包来源</translation>
    </message>
    <message>
      <source>Which factors to derive; bands keep this order.</source>
      <translation>要导出哪些因子；波段保持此顺序。</translation>
    </message>
    <message>
      <source>Which of the chips: those of training and validation flatter the detector.</source>
      <translation>用哪些切片：训练和验证切片会使结果偏乐观。</translation>
    </message>
    <message>
      <source>Who or what the map comes from, below the scale. Left empty: the name of the file.</source>
      <translation>该图的作者或来源，位于比例尺下方。留空：文件名。</translation>
    </message>
    <message>
      <source>Widening of that range</source>
      <translation>该范围的放宽</translation>
    </message>
    <message>
      <source>With QGIS's own Python: %1</source>
      <translation>使用 QGIS 自己的 Python：%1</translation>
    </message>
    <message>
      <source>Workflow panel</source>
      <translation>工作流程面板</translation>
    </message>
    <message>
      <source>Writes a detector as an ONNX file, which runs without this toolbox and without PyTorch: in the QGIS plugin Deepness, and wherever ONNX Runtime runs.

Deepness finds in the file what it asks for: type, classes, cell size, tile size, overlap and threshold. Other programs feed batches of square tiles, float32 (tiles, bands, rows, columns), of band values divided by 255, with the bands in the model's order, and get the probability of landslide (tiles, 1, rows, columns). The normalisation is part of the file; cells that are NaN count as the mean, other values for nodata count as data.

For networks that map cells; Mask R-CNN is not written. Takes seconds; Cancel keeps nothing.</source>
      <translation>将识别模型写成 ONNX 文件，无需本工具箱和 PyTorch 即可运行：可用于 QGIS 插件 Deepness，以及任何能运行 ONNX Runtime 的地方。

Deepness 会在文件中找到所需的一切：类型、类别、像元大小、图块大小、重叠和阈值。其他程序输入成批的方形图块，float32（图块，波段，行，列），为除以 255 的波段值，波段按模型的顺序，得到滑坡概率（图块，1，行，列）。归一化已包含在文件中；NaN 的单元按均值计，其他无数据值按数据计。

适用于逐像元制图的网络；不写出 Mask R-CNN。只需几秒；取消时不留下任何文件。</translation>
    </message>
    <message>
      <source>Writing %1</source>
      <translation>正在写出 %1</translation>
    </message>
    <message>
      <source>Writing chips</source>
      <translation>正在写出切片</translation>
    </message>
    <message>
      <source>Writing figures</source>
      <translation>正在写出图件</translation>
    </message>
    <message>
      <source>Writing frequency ratios</source>
      <translation>正在写出频率比</translation>
    </message>
    <message>
      <source>Writing maps</source>
      <translation>正在写出地图</translation>
    </message>
    <message>
      <source>Writing rainfall</source>
      <translation>正在写出降雨</translation>
    </message>
    <message>
      <source>Writing scores</source>
      <translation>正在写出得分</translation>
    </message>
    <message>
      <source>Writing the matched scene</source>
      <translation>正在写出匹配后的影像</translation>
    </message>
    <message>
      <source>Writing the network</source>
      <translation>正在写出网络</translation>
    </message>
    <message>
      <source>Writing the reduced stack</source>
      <translation>正在写出精简后的因子栈</translation>
    </message>
    <message>
      <source>Writing the stack</source>
      <translation>正在写出因子栈</translation>
    </message>
    <message>
      <source>a download broke off or was changed on its way; install again, and ask whoever runs the network when that repeats</source>
      <translation>某个下载中断或在途中被改变；请重新安装，若反复出现请询问网络管理员</translation>
    </message>
    <message>
      <source>a group of their own</source>
      <translation>自成一组</translation>
    </message>
    <message>
      <source>a list or text longer than what is left</source>
      <translation>列表或文本比剩余内容更长</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>数字</translation>
    </message>
    <message>
      <source>a polygon has three points or more, each with x and y</source>
      <translation>多边形须有三个或更多的点，每个点都有 x 和 y</translation>
    </message>
    <message>
      <source>a smaller MIN_SLOPE</source>
      <translation>更小的 MIN_SLOPE</translation>
    </message>
    <message>
      <source>a support vector machine for another task</source>
      <translation>用于其他任务的支持向量机</translation>
    </message>
    <message>
      <source>a support vector machine whose %1 has the shape %2 instead of %3</source>
      <translation>支持向量机的 %1 形状为 %2，而应为 %3</translation>
    </message>
    <message>
      <source>a support vector machine with another number of vectors than it says</source>
      <translation>支持向量机的向量数量与其说明不符</translation>
    </message>
    <message>
      <source>a threshold that is no probability</source>
      <translation>阈值不是概率</translation>
    </message>
    <message>
      <source>a tree asks for another column than the %1 there are</source>
      <translation>某棵树要用现有 %1 列之外的列</translation>
    </message>
    <message>
      <source>a tree has children that do not follow their parents</source>
      <translation>某棵树的子节点没有跟在父节点之后</translation>
    </message>
    <message>
      <source>a tree has no nodes</source>
      <translation>某棵树没有节点</translation>
    </message>
    <message>
      <source>a tree has nodes of other parents</source>
      <translation>树中含有属于其他父节点的节点</translation>
    </message>
    <message>
      <source>a tree of more nodes than the layout holds</source>
      <translation>某棵树的节点数超出布局所能容纳</translation>
    </message>
    <message>
      <source>a trial's score is %1</source>
      <translation>某次试验的得分为 %1</translation>
    </message>
    <message>
      <source>a value of the unknown kind %1</source>
      <translation>未知类型 %1 的值</translation>
    </message>
    <message>
      <source>a wheel is damaged or incomplete (%1); copy it into %2 again</source>
      <translation>某个 wheel 已损坏或不完整（%1）；请重新复制到 %2</translation>
    </message>
    <message>
      <source>a wheel is damaged or incomplete (%1); empty pip's cache with "pip cache purge" and install again</source>
      <translation>某个 wheel 已损坏或不完整（%1）；请用 "pip cache purge" 清空 pip 的缓存后重新安装</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>整数</translation>
    </message>
    <message>
      <source>a wider RANGE_MARGIN</source>
      <translation>更大的 RANGE_MARGIN</translation>
    </message>
    <message>
      <source>a window of %1 cells</source>
      <translation>%1 个单元的窗口</translation>
    </message>
    <message>
      <source>all_touched: every cell that a landslide touches, so that no landslide is lost; centre: cells whose centre lies in one, which keeps the area of large landslides right but loses small ones. Points take the cell they lie in.</source>
      <translation>all_touched：滑坡触及的每个单元，因此不会丢失任何滑坡；centre：中心位于滑坡内的单元，可使大滑坡的面积正确，但会丢失小滑坡。点取其所在的单元。</translation>
    </message>
    <message>
      <source>already holds other files; choose an empty or new folder</source>
      <translation>已有其他文件；请选择一个空的或新的文件夹</translation>
    </message>
    <message>
      <source>an answer of %1</source>
      <translation>给出的结果为 %1</translation>
    </message>
    <message>
      <source>and all other outputs are left out; choose at least one of them</source>
      <translation>且其他所有输出也都留空；请至少选择一个</translation>
    </message>
    <message>
      <source>annual_mean: millimetres of the mean year; sum: of all steps together; max: of the wettest month of all.</source>
      <translation>annual_mean：平均年的毫米数；sum：所有时次之和；max：所有月中最湿月。</translation>
    </message>
    <message>
      <source>are %1 names for %2 bands (%3); give one for each, in this order</source>
      <translation>是 %2 个波段（%3）的 %1 个名称；请按此顺序为每个波段给一个名称</translation>
    </message>
    <message>
      <source>are too few layers; choose at least %1</source>
      <translation>图层太少；请至少选择 %1 个</translation>
    </message>
    <message>
      <source>asks for sectors of %1, which is no direction; write numbers for it</source>
      <translation>要求对 %1 分方位，而它不是方向；请为其写出数字</translation>
    </message>
    <message>
      <source>backbone weights %1 (SHA-256 %2); %3</source>
      <translation>骨干网络权重 %1（SHA-256 %2）；%3</translation>
    </message>
    <message>
      <source>balanced: landslides and cells without weigh alike, however many there are; none: every sample weighs alike; of_model: balanced for cnn_3d, none for the others.</source>
      <translation>balanced：不论数量多少，滑坡与非滑坡单元的总权重相等；none：每个样本权重相等；of_model：cnn_3d 用 balanced，其他用 none。</translation>
    </message>
    <message>
      <source>bands without names</source>
      <translation>波段没有名称</translation>
    </message>
    <message>
      <source>bare soil index</source>
      <translation>裸土指数</translation>
    </message>
    <message>
      <source>belongs to a search with other settings or data; use those, or choose another file name</source>
      <translation>属于用其他设置或数据进行的搜索；请使用那些设置，或选择另一个文件名</translation>
    </message>
    <message>
      <source>belongs to a training with other settings or chips; use those, or choose another file name</source>
      <translation>属于用其他设置或切片进行的训练；请使用那些设置，或选择另一个文件名</translation>
    </message>
    <message>
      <source>cannot be drawn from %1 landslides for %2 parts; choose %3 to %4</source>
      <translation>无法由 %1 个滑坡划分出 %2 份；请选择 %3 至 %4</translation>
    </message>
    <message>
      <source>cannot be found in %1, whose bands are called %2; choose the band by number</source>
      <translation>在 %1 中找不到，其波段名为 %2；请按编号选择波段</translation>
    </message>
    <message>
      <source>cannot be made; name another folder with --folder or ask for the right to write there</source>
      <translation>无法创建；请用 --folder 指定其他文件夹，或申请在该处的写权限</translation>
    </message>
    <message>
      <source>cannot be opened as a %1 layer; check the path and the format</source>
      <translation>无法作为%1图层打开；请检查路径和格式</translation>
    </message>
    <message>
      <source>cannot be opened as a %1; check the path and the format</source>
      <translation>无法作为%1打开；请检查路径和格式</translation>
    </message>
    <message>
      <source>cannot be opened as a raster; check the path and the format</source>
      <translation>无法作为栅格打开；请检查路径和格式</translation>
    </message>
    <message>
      <source>cannot be opened as a vector layer; check the path and the format</source>
      <translation>无法作为矢量图层打开；请检查路径和格式</translation>
    </message>
    <message>
      <source>cannot be opened as layers; check the paths and the formats</source>
      <translation>无法作为图层打开；请检查路径和格式</translation>
    </message>
    <message>
      <source>cannot be read as a CSV file in UTF-8; check the path and the format</source>
      <translation>无法作为 UTF-8 编码的 CSV 文件读取；请检查路径和格式</translation>
    </message>
    <message>
      <source>cannot be read at "%1"; write it like %2</source>
      <translation>在“%1”处无法读懂；请写成 %2 的形式</translation>
    </message>
    <message>
      <source>cannot be reprojected to the grid; check its coordinate reference system</source>
      <translation>无法重投影到该格网；请检查其坐标参考系</translation>
    </message>
    <message>
      <source>cannot be reprojected to the reference; check its coordinate reference system</source>
      <translation>无法重投影到参考栅格；请检查其坐标参考系</translation>
    </message>
    <message>
      <source>cannot be used here; check the value, a path or the format</source>
      <translation>不能用在此处；请检查其值、路径或格式</translation>
    </message>
    <message>
      <source>cannot be used together with INITIAL_MODEL; clear one of them</source>
      <translation>不能与 INITIAL_MODEL 同时使用；请清空其中之一</translation>
    </message>
    <message>
      <source>cannot be used together with a scene (INPUT, INVENTORY); clear one of them</source>
      <translation>不能与影像（INPUT、INVENTORY）同时使用；请清空其中之一</translation>
    </message>
    <message>
      <source>cannot be used: %1 has no published weights; choose one of %2</source>
      <translation>不能使用：%1 没有公开发布的权重；请选择 %2 之一</translation>
    </message>
    <message>
      <source>cannot be written there; choose another folder</source>
      <translation>无法写到那里；请换一个文件夹</translation>
    </message>
    <message>
      <source>cannot compute this network (%1); choose cpu</source>
      <translation>无法计算该网络（%1）；请选择 cpu</translation>
    </message>
    <message>
      <source>cells lie in overlapping polygons of different classes; they have the class of the last one</source>
      <translation>个单元位于类别不同的重叠多边形中；它们取最后一个的类别</translation>
    </message>
    <message>
      <source>cells without landslides</source>
      <translation>非滑坡单元</translation>
    </message>
    <message>
      <source>cells: every cell whose centre lies in a landslide; centroid: one cell per landslide; upper_part: the highest cells of each landslide (UPPER_SHARE), where it broke away.</source>
      <translation>cells：中心位于滑坡内的每个单元；centroid：每个滑坡一个单元；upper_part：每个滑坡最高处的单元（UPPER_SHARE），即其起动之处。</translation>
    </message>
    <message>
      <source>chips of no size</source>
      <translation>样本切片没有尺寸</translation>
    </message>
    <message>
      <source>choose a model that learnt on such chips, or chips with the model's bands</source>
      <translation>请选择用这样的切片学习的模型，或具有模型波段的切片</translation>
    </message>
    <message>
      <source>choose a scene that has them, or train a detector on the bands there are</source>
      <translation>请选择具有这些波段的影像，或用现有波段训练识别模型</translation>
    </message>
    <message>
      <source>choose a smaller buffer</source>
      <translation>请选择更小的缓冲距离</translation>
    </message>
    <message>
      <source>choose cpu, or install the build of PyTorch that fits the GPU and its driver</source>
      <translation>请选择 cpu，或安装与该 GPU 及其驱动相匹配的 PyTorch 版本</translation>
    </message>
    <message>
      <source>class of each tree</source>
      <translation>每棵树的类别</translation>
    </message>
    <message>
      <source>coefficient × (value − average), exact Shapley values of a linear model (shap.LinearExplainer), in log-odds</source>
      <translation>系数 ×（值 − 平均值），线性模型的精确 Shapley 值（shap.LinearExplainer），以对数几率表示</translation>
    </message>
    <message>
      <source>columns of a tree</source>
      <translation>树的列</translation>
    </message>
    <message>
      <source>computes this network wrongly, by %1 of a probability; choose cpu, or update the system and PyTorch</source>
      <translation>对该网络的计算有误，概率相差 %1；请选择 cpu，或更新系统和 PyTorch</translation>
    </message>
    <message>
      <source>contradicts HYPERPARAMETERS, where %1 is %2; leave one of the two out</source>
      <translation>与 HYPERPARAMETERS 矛盾，其中 %1 为 %2；请去掉其中之一</translation>
    </message>
    <message>
      <source>cosine falls smoothly to 5e-6, step by a factor of 10 every 10 epochs, constant stays</source>
      <translation>cosine 平滑下降至 5e-6，step 每 10 轮降为十分之一，constant 保持不变</translation>
    </message>
    <message>
      <source>cosine falls smoothly to 5e-6, step by a factor of 10 every 10 epochs, constant stays. Empty: as the preset says.</source>
      <translation>cosine 平滑下降至 5e-6，step 每 10 轮降为十分之一，constant 保持不变。留空：采用预设值。</translation>
    </message>
    <message>
      <source>counts time in "%1" of the calendar "%2", which is not known; convert it to days</source>
      <translation>以“%1”、按历法“%2”计时，而这是未知的；请换算为天</translation>
    </message>
    <message>
      <source>covers every cell of the factors, which leaves nothing to compare with; choose landslides only</source>
      <translation>覆盖因子的每个单元，没有可供比较的地方；请只选择滑坡</translation>
    </message>
    <message>
      <source>covers no cell of the reference; check both extents</source>
      <translation>没有覆盖参考栅格的任何单元；请检查两者的范围</translation>
    </message>
    <message>
      <source>detectors for other programs</source>
      <translation>供其他程序使用的识别模型</translation>
    </message>
    <message>
      <source>distances, interpolation and statistics</source>
      <translation>距离、插值和统计</translation>
    </message>
    <message>
      <source>does not cover the reference; check both extents and reference systems</source>
      <translation>没有覆盖参考栅格；请检查两者的范围和参考系</translation>
    </message>
    <message>
      <source>does not exist; check the path</source>
      <translation>不存在；请检查路径</translation>
    </message>
    <message>
      <source>does not fit %1: the layer %2 %3 and needs %4; choose weights of torchvision's %5</source>
      <translation>与 %1 不符：层 %2 %3，而需要 %4；请选择 torchvision 的 %5 的权重</translation>
    </message>
    <message>
      <source>does not fit into the memory; choose a smaller one, a smaller WINDOW, or DEVICE cpu</source>
      <translation>内存放不下；请选择更小的批量、更小的 WINDOW，或将 DEVICE 设为 cpu</translation>
    </message>
    <message>
      <source>does not fit: %1, %2 has %3; give one number for each</source>
      <translation>数目不符：%1，%2 为 %3；请为每个给一个数</translation>
    </message>
    <message>
      <source>each still counts with every cell it touches</source>
      <translation>每个仍计入其触及的全部单元</translation>
    </message>
    <message>
      <source>ends Python when it loads (exit code %1)</source>
      <translation>加载时使 Python 终止（退出代码 %1）</translation>
    </message>
    <message>
      <source>every calculation</source>
      <translation>所有计算</translation>
    </message>
    <message>
      <source>exact Shapley values of the trees against every background sample (interventional TreeSHAP), in log-odds</source>
      <translation>树对每个背景样本的精确 Shapley 值（干预式 TreeSHAP），以对数几率表示</translation>
    </message>
    <message>
      <source>exact Shapley values of the trees against every background sample (interventional TreeSHAP), in probability</source>
      <translation>树对每个背景样本的精确 Shapley 值（干预式 TreeSHAP），以概率表示</translation>
    </message>
    <message>
      <source>factor: directions as sine and cosine, categories as one column each; as_is: every band as the numbers it holds, which is what many studies do and treats category numbers as amounts.</source>
      <translation>factor：方向用正弦和余弦，类别各用一列；as_is：每个波段按其所含数字，许多研究这样做，但会把类别编号当作数量。</translation>
    </message>
    <message>
      <source>figures in reports</source>
      <translation>报告中的图件</translation>
    </message>
    <message>
      <source>finds %1 cells that did not change, %2 are needed; choose histogram, or a reference that is more alike</source>
      <translation>找到 %1 个未变化的单元，而需要 %2 个；请选择 histogram，或更相似的参考影像</translation>
    </message>
    <message>
      <source>finds a GPU (%1) that PyTorch cannot compute on (%2); %3</source>
      <translation>找到一块 PyTorch 无法使用的 GPU（%1）（%2）；%3</translation>
    </message>
    <message>
      <source>finds no agreement in %1: the unchanged cells correlate by %2; choose histogram, or a reference that is more alike</source>
      <translation>在 %1 中没有一致性：未变化单元的相关系数为 %2；请选择 histogram，或更相似的参考影像</translation>
    </message>
    <message>
      <source>first and last tree</source>
      <translation>第一棵和最后一棵树</translation>
    </message>
    <message>
      <source>flow accumulation, natural breaks and random forests at full speed</source>
      <translation>使汇流累积、自然断点和随机森林达到全速</translation>
    </message>
    <message>
      <source>for example {text}</source>
      <translation>例如 {text}</translation>
    </message>
    <message>
      <source>give validation a share in SPLIT, or cut smaller chips</source>
      <translation>请在 SPLIT 中为验证集留出比例，或裁剪更小的切片</translation>
    </message>
    <message>
      <source>given up after %1</source>
      <translation>在%1后放弃</translation>
    </message>
    <message>
      <source>gives %1 blocks with landslides where folds and test part need %2; choose smaller blocks or fewer folds</source>
      <translation>得到 %1 个含滑坡的方块，而各折和测试部分需要 %2 个；请选择更小的方块或更少的折</translation>
    </message>
    <message>
      <source>gives %1 samples %2 landslides where every factor has a value; draw others</source>
      <translation>使 %1 个样本%2滑坡位于每个因子都有值处；请另行抽取</translation>
    </message>
    <message>
      <source>gives %1 two classes, %2 and %3; keep one of them</source>
      <translation>给 %1 两个类别 %2 和 %3；请保留其中之一</translation>
    </message>
    <message>
      <source>gives no cell of the reference a value; choose idw or kriging</source>
      <translation>没有使参考栅格的任何单元有值；请选择 idw 或 kriging</translation>
    </message>
    <message>
      <source>gradient boosting</source>
      <translation>梯度提升</translation>
    </message>
    <message>
      <source>had invalid geometry, which was repaired for this run</source>
      <translation>几何无效，已为本次运行修复</translation>
    </message>
    <message>
      <source>has %1 bands of %2 × %3 cells where the data set says %4 of %5 × %6; make the chips again</source>
      <translation>有 %1 个波段、%2 × %3 个单元，而数据集声明为 %4 个波段、%5 × %6 个单元；请重新生成切片</translation>
    </message>
    <message>
      <source>has %1 bands where %2 has %3; choose a reference with the same bands</source>
      <translation>有 %1 个波段，而 %2 有 %3 个；请选择波段相同的参考影像</translation>
    </message>
    <message>
      <source>has %1 bands where %2; %3</source>
      <translation>有 %1 个波段，而%2；%3</translation>
    </message>
    <message>
      <source>has %1 bands where other pictures have %2; give all the same bands</source>
      <translation>有 %1 个波段，而其他图片有 %2 个；请使所有图片波段相同</translation>
    </message>
    <message>
      <source>has %1 bands; choose a DEM with one band</source>
      <translation>有 %1 个波段；请选择单波段的 DEM</translation>
    </message>
    <message>
      <source>has %1 bands; choose a raster with one band of classes</source>
      <translation>有 %1 个波段；请选择单波段的类别栅格</translation>
    </message>
    <message>
      <source>has %1 bands; choose a susceptibility map, which has one</source>
      <translation>有 %1 个波段；请选择易发性图，它只有一个波段</translation>
    </message>
    <message>
      <source>has %1 cells in common with %2; choose METHOD histogram, which needs no overlap</source>
      <translation>与 %2 只有 %1 个公共单元；请选择无需重叠的 METHOD histogram</translation>
    </message>
    <message>
      <source>has %1 columns and there are %2 samples; choose more samples or fewer factors</source>
      <translation>有 %1 列，而样本有 %2 个；请选择更多样本或更少因子</translation>
    </message>
    <message>
      <source>has %1 numbers, and %2 CLASSES have %3 limits between them; change one of the two</source>
      <translation>有 %1 个数，而 %2 级（CLASSES）之间有 %3 个界限；请改变其中之一</translation>
    </message>
    <message>
      <source>has %1 places with a value, and interpolation needs %2; add stations</source>
      <translation>有 %1 个有值的位置，而插值需要 %2 个；请增加站点</translation>
    </message>
    <message>
      <source>has %1 values at landslides where folds and test part need %2; choose fewer folds, or say in TEST_VALUES which values are test</source>
      <translation>在滑坡处有 %1 个值，而各折和测试部分需要 %2 个；请选择更少的折，或在 TEST_VALUES 中指明哪些值为测试</translation>
    </message>
    <message>
      <source>has %1 × %2 cells where its annotations say %3 × %4; take the picture that was annotated</source>
      <translation>有 %1 × %2 个单元，而其标注声明为 %3 × %4；请使用标注时的图片</translation>
    </message>
    <message>
      <source>has %1; slopes need at least 3 × 3 cells, so use a larger DEM</source>
      <translation>有 %1；坡度至少需要 3 × 3 个单元，请使用更大的 DEM</translation>
    </message>
    <message>
      <source>has a %1 without %2; make the chips again</source>
      <translation>有 %1 却没有 %2；请重新生成切片</translation>
    </message>
    <message>
      <source>has a band %1 of unknown kind %2; make it again with "Stack factors"</source>
      <translation>有类型未知（%2）的波段 %1；请用“堆叠因子”重新生成</translation>
    </message>
    <message>
      <source>has a coordinate of %1 m, beyond the earth; delete or correct that feature</source>
      <translation>有一个坐标为 %1 m，超出地球范围；请删除或更正该要素</translation>
    </message>
    <message>
      <source>has a damaged %1; make the chips again</source>
      <translation>的 %1 已损坏；请重新生成切片</translation>
    </message>
    <message>
      <source>has a damaged area of applicability; train the model again</source>
      <translation>的适用域已损坏；请重新训练模型</translation>
    </message>
    <message>
      <source>has a damaged model card; train the model again</source>
      <translation>的模型卡已损坏；请重新训练模型</translation>
    </message>
    <message>
      <source>has a field %1 that holds no whole numbers; draw samples with "Sample points"</source>
      <translation>有字段 %1，但其中不是整数；请用“抽取样本点”抽取样本</translation>
    </message>
    <message>
      <source>has a grid (%1) that does not match</source>
      <translation>的格网（%1）不匹配</translation>
    </message>
    <message>
      <source>has a line without value and class (%1); fill both columns</source>
      <translation>有一行缺少数值或类别（%1）；请填写两列</translation>
    </message>
    <message>
      <source>has a rotated or south-up geotransform; make it north-up with "Warp (reproject)" and run again</source>
      <translation>的地理变换是旋转的或南在上；请用"Warp (reproject)"改为北在上后重新运行</translation>
    </message>
    <message>
      <source>has an annotation that is neither polygons nor run lengths of its size; outline the landslide again</source>
      <translation>有一个标注既不是多边形，也不是与其大小相符的游程；请重新勾绘该滑坡</translation>
    </message>
    <message>
      <source>has annotations of the image %1, which it does not list; %2</source>
      <translation>含图片 %1 的标注，而它没有列出该图片；%2</translation>
    </message>
    <message>
      <source>has cells that are not evenly spaced; put it on a regular grid first</source>
      <translation>的单元间距不均匀；请先将其放到规则格网上</translation>
    </message>
    <message>
      <source>has colours from a palette; make it red, green and blue with "PCT to RGB"</source>
      <translation>的颜色来自调色板；请用"PCT to RGB"转换为红、绿、蓝</translation>
    </message>
    <message>
      <source>has damaged category names in the band %1; make it again with "Stack factors"</source>
      <translation>的波段 %1 中类别名称已损坏；请用“堆叠因子”重新生成</translation>
    </message>
    <message>
      <source>has heights in %1, and slopes need metres; convert them with the "Raster calculator"</source>
      <translation>的高程单位为%1，而坡度需要米；请用"Raster calculator"（栅格计算器）换算</translation>
    </message>
    <message>
      <source>has missing values; fill them, or give them a class in CLASSES, such as NULL → unknown</source>
      <translation>有缺失值；请填补，或在 CLASSES 中为其指定类别，例如 NULL → unknown</translation>
    </message>
    <message>
      <source>has model format %1, this toolbox reads %2; update it</source>
      <translation>的模型格式为 %1，而本工具箱读取 %2；请更新工具箱</translation>
    </message>
    <message>
      <source>has more than %1 different values, so it holds no classes</source>
      <translation>有超过 %1 个不同的值，因此不是类别</translation>
    </message>
    <message>
      <source>has no %1 among the %2 samples; draw it with "Sample points"</source>
      <translation>的 %2 个样本中没有%1；请用“抽取样本点”抽取</translation>
    </message>
    <message>
      <source>has no %1 chips; %2</source>
      <translation>没有%1切片；%2</translation>
    </message>
    <message>
      <source>has no band called %1 (%2 has); choose a reference with the same bands</source>
      <translation>没有名为 %1 的波段（%2 有）；请选择波段相同的参考影像</translation>
    </message>
    <message>
      <source>has no band called %1: %2, this has %3; %4</source>
      <translation>没有名为 %1 的波段：%2，而它有 %3；%4</translation>
    </message>
    <message>
      <source>has no cell where every factor has a value; stack other factors</source>
      <translation>没有每个因子都有值的单元；请堆叠其他因子</translation>
    </message>
    <message>
      <source>has no cell where the index has a value; check its nodata value, and SCALE and OFFSET</source>
      <translation>没有指数有值的单元；请检查其无数据值以及 SCALE 和 OFFSET</translation>
    </message>
    <message>
      <source>has no cell with a value; choose another map</source>
      <translation>没有有值的单元；请选择另一幅图</translation>
    </message>
    <message>
      <source>has no cell with all factors of the model; check extents and nodata</source>
      <translation>没有具备模型全部因子的单元；请检查范围和无数据值</translation>
    </message>
    <message>
      <source>has no cell with data, where the factor would be empty; check its nodata value, or switch MASK_NODATA off</source>
      <translation>没有有数据的单元，因子会是空的；请检查其无数据值，或关闭 MASK_NODATA</translation>
    </message>
    <message>
      <source>has no cell with data; check its nodata value</source>
      <translation>没有有数据的单元；请检查其无数据值</translation>
    </message>
    <message>
      <source>has no chips in %1; choose another split, or other chips</source>
      <translation>在 %1 中没有切片；请选择其他划分或其他切片</translation>
    </message>
    <message>
      <source>has no coordinate reference system; give it one with "Assign projection" and run again</source>
      <translation>没有坐标参考系；请用"Assign projection"（指定投影）为其指定后重新运行</translation>
    </message>
    <message>
      <source>has no coordinate reference system; give it one with "Define projection"</source>
      <translation>没有坐标参考系；请用"Define projection"（定义投影）为其指定</translation>
    </message>
    <message>
      <source>has no coordinate reference system; give it one with "Define projection" and run again</source>
      <translation>没有坐标参考系；请用"Define projection"（定义投影）为其指定后重新运行</translation>
    </message>
    <message>
      <source>has no feature with a usable geometry; choose a layer with shapes</source>
      <translation>没有几何可用的要素；请选择含图形的图层</translation>
    </message>
    <message>
      <source>has no feature within %1 map units of the raster; raise MAX_DISTANCE</source>
      <translation>在栅格 %1 个地图单位之内没有要素；请增大 MAX_DISTANCE</translation>
    </message>
    <message>
      <source>has no features to measure to; choose a layer with at least one</source>
      <translation>没有可量测到的要素；请选择至少有一个要素的图层</translation>
    </message>
    <message>
      <source>has no features; choose a layer with at least one</source>
      <translation>没有要素；请选择至少有一个要素的图层</translation>
    </message>
    <message>
      <source>has no field landslide (1 or 0); draw samples with "Sample points"</source>
      <translation>没有 landslide 字段（1 或 0）；请用“抽取样本点”抽取样本</translation>
    </message>
    <message>
      <source>has no landslide where every factor has a value%1; check extents and nodata, or leave the factor out</source>
      <translation>在每个因子都有值处没有滑坡%1；请检查范围和无数据值，或去掉该因子</translation>
    </message>
    <message>
      <source>has no landslide where every factor has a value; choose the inventory of this area</source>
      <translation>在每个因子都有值处没有滑坡；请选择本区的滑坡编目</translation>
    </message>
    <message>
      <source>has no landslide where the map has values; choose the inventory of this area</source>
      <translation>在图有值处没有滑坡；请选择本区的滑坡编目</translation>
    </message>
    <message>
      <source>has no landslide where the maps have values; choose the inventory of this area</source>
      <translation>在各图有值处没有滑坡；请选择本区的滑坡编目</translation>
    </message>
    <message>
      <source>has no landslide where the scene has data; choose one that belongs to it</source>
      <translation>在影像有数据处没有滑坡；请选择与影像对应的滑坡编目</translation>
    </message>
    <message>
      <source>has no limit inside the range of %1 (%2 to %3); write others</source>
      <translation>在 %1 的取值范围（%2 至 %3）内没有界限；请另写</translation>
    </message>
    <message>
      <source>has no limits for %1, and METHOD manual needs them for every continuous factor; write them like %2 or choose another METHOD for the rest</source>
      <translation>没有 %1 的界限，而 METHOD manual 要求每个连续因子都有界限；请写成 %2 的形式，或为其余因子选择其他 METHOD</translation>
    </message>
    <message>
      <source>has no middle cell to turn patches about (augment); choose an odd one</source>
      <translation>没有可使窗口绕其旋转的中心单元（augment）；请选择奇数</translation>
    </message>
    <message>
      <source>has no month with all its steps; choose the aggregate sum</source>
      <translation>没有一个月具备全部时次；请选择汇总方式 sum</translation>
    </message>
    <message>
      <source>has no page; add one in the layout window of QGIS and save it again</source>
      <translation>没有页面；请在 QGIS 的布局窗口中添加页面并重新保存</translation>
    </message>
    <message>
      <source>has no rain on the reference, only missing values; check its extent</source>
      <translation>在参考栅格上没有降雨值，全为缺失值；请检查其范围</translation>
    </message>
    <message>
      <source>has no samples; draw them with "Sample points"</source>
      <translation>没有样本；请用“抽取样本点”抽取</translation>
    </message>
    <message>
      <source>has no stations; choose a layer or table with at least three</source>
      <translation>没有站点；请选择至少有三个站点的图层或表格</translation>
    </message>
    <message>
      <source>has no time axis with units such as "days since 1990-01-01" (%1); choose another VARIABLE</source>
      <translation>没有单位形如“days since 1990-01-01”的时间轴（%1）；请选择其他 VARIABLE</translation>
    </message>
    <message>
      <source>has no training samples to compare with; draw them with "Sample points", TEST_FRACTION below 1</source>
      <translation>没有可供比较的训练样本；请用“抽取样本点”抽取，TEST_FRACTION 小于 1</translation>
    </message>
    <message>
      <source>has no training samples; draw them with "Sample points" and a TEST_FRACTION below 1</source>
      <translation>没有训练样本；请用“抽取样本点”抽取，TEST_FRACTION 小于 1</translation>
    </message>
    <message>
      <source>has no two folds with both classes; draw it anew with "Sample points"</source>
      <translation>没有两折同时含有两类；请用“抽取样本点”重新抽取</translation>
    </message>
    <message>
      <source>has no two folds with both classes; draw it with smaller blocks in "Sample points", or choose random_cv</source>
      <translation>没有两折同时含有两类；请在“抽取样本点”中用更小的方块抽取，或选择 random_cv</translation>
    </message>
    <message>
      <source>has no value at any landslide; choose another DEM</source>
      <translation>在任何滑坡处都没有值；请选择另一个 DEM</translation>
    </message>
    <message>
      <source>has no values on the reference; check both extents</source>
      <translation>在参考栅格上没有值；请检查两者的范围</translation>
    </message>
    <message>
      <source>has no whole month %1, and a mean year needs all twelve; choose the aggregate sum</source>
      <translation>没有完整的%1，而平均年需要全部十二个月；请选择汇总方式 sum</translation>
    </message>
    <message>
      <source>has one factor; collinearity needs two or more</source>
      <translation>只有一个因子；共线性需要两个或更多</translation>
    </message>
    <message>
      <source>has one landslide to learn from, and each of two folds needs one; map more landslides</source>
      <translation>只有一处滑坡可供学习，而两折各需一处；请编录更多滑坡</translation>
    </message>
    <message>
      <source>has one value only</source>
      <translation>只有一个值</translation>
    </message>
    <message>
      <source>has one value only, which no classes part; choose another map</source>
      <translation>只有一个值，无法分级；请选择其他图</translation>
    </message>
    <message>
      <source>has several steps at one time, whose rain would count twice; take one of them out</source>
      <translation>同一时间有多个时间步，其降雨会被重复计算；请去掉其中一个</translation>
    </message>
    <message>
      <source>has shape %1 there</source>
      <translation>在该处的形状为 %1</translation>
    </message>
    <message>
      <source>has steps without a time; repair its time axis</source>
      <translation>有没有时间的时间步；请修复其时间轴</translation>
    </message>
    <message>
      <source>has the annotation %1 without outline (segmentation); outline each landslide</source>
      <translation>的标注 %1 没有轮廓（segmentation）；请勾绘每个滑坡</translation>
    </message>
    <message>
      <source>has the band %1 with one value only; leave the band out</source>
      <translation>的波段 %1 只有一个值；请去掉该波段</translation>
    </message>
    <message>
      <source>has the bands %1 and none called slope; choose a raster of slope alone</source>
      <translation>有波段 %1，但没有名为 slope 的；请选择只含坡度的栅格</translation>
    </message>
    <message>
      <source>has the categories %1 and none called landslide; rename the one that is</source>
      <translation>有类别 %1，但没有名为 landslide 的；请将滑坡类别改为此名</translation>
    </message>
    <message>
      <source>has the dimension %1 beside time; extract one layer of it first</source>
      <translation>除时间外还有维度 %1；请先提取其中一层</translation>
    </message>
    <message>
      <source>has the factor %1 of %2 %3 where the model was trained with %4; make it again the way it was made for the training</source>
      <translation>的因子 %1 为 %2 %3，而模型训练时为 %4；请按训练时的方式重新生成</translation>
    </message>
    <message>
      <source>has the height %1 m everywhere; choose a DEM with relief</source>
      <translation>的高程处处为 %1 m；请选择有起伏的 DEM</translation>
    </message>
    <message>
      <source>has the picture %1 in %2 and in %3; leave it in one of them</source>
      <translation>的图片 %1 同时在 %2 和 %3 中；请只保留在其中之一</translation>
    </message>
    <message>
      <source>has the value %1 in the field landslide; only 1 and 0 are known</source>
      <translation>在 landslide 字段中有值 %1；只认识 1 和 0</translation>
    </message>
    <message>
      <source>has the value %1 in the field split; only train and test are known</source>
      <translation>在 split 字段中有值 %1；只认识 train 和 test</translation>
    </message>
    <message>
      <source>has too few landslides for gbdt_lr, which learns in two steps from a half each; map more or choose random_forest</source>
      <translation>的滑坡太少，不足以用于 gbdt_lr（它分两步、各用一半学习）；请绘制更多滑坡，或选择 random_forest</translation>
    </message>
    <message>
      <source>has too few landslides to hold some back, which tell %1 when to stop or where the threshold lies; map more, or choose random_forest with a cross-validation</source>
      <translation>的滑坡太少，无法留出一部分来告诉 %1 何时停止或阈值在哪里；请绘制更多滑坡，或选择 random_forest 和一种交叉验证</translation>
    </message>
    <message>
      <source>has too long a file name; choose a shorter one</source>
      <translation>的文件名过长；请选择更短的</translation>
    </message>
    <message>
      <source>has two bands called %1; give them names with "Stack factors"</source>
      <translation>有两个名为 %1 的波段；请用“堆叠因子”为其命名</translation>
    </message>
    <message>
      <source>have a mean slope %1</source>
      <translation>的平均坡度%1</translation>
    </message>
    <message>
      <source>have a third dimension, which was ignored</source>
      <translation>含第三维，已忽略</translation>
    </message>
    <message>
      <source>have an area %1</source>
      <translation>的面积%1</translation>
    </message>
    <message>
      <source>have no class in the table; add a line for each, such as value → class</source>
      <translation>在表中没有类别；请为每个加一行，例如 value → class</translation>
    </message>
    <message>
      <source>have no usable geometry and were left out</source>
      <translation>没有可用的几何，已略去</translation>
    </message>
    <message>
      <source>histogram: scenes may lie apart; pif (pseudo-invariant features): scenes overlap, and change does not count.</source>
      <translation>histogram：两景可以不在一处；pif（伪不变特征）：两景重叠，变化之处不参与计算。</translation>
    </message>
    <message>
      <source>holds %1 as categories, and it has more than %2 different values; group them, or stack it as a continuous factor with "Stack factors"</source>
      <translation>以 %1 为类别，而它有超过 %2 个不同的值；请将其归并，或用“堆叠因子”作为连续因子堆叠</translation>
    </message>
    <message>
      <source>holds %1 mm of rain in one step; declare it as nodata</source>
      <translation>在一个时次中有 %1 mm 降雨；请将其声明为无数据</translation>
    </message>
    <message>
      <source>holds %1 where %2 is expected</source>
      <translation>在应为 %2 之处含有 %1</translation>
    </message>
    <message>
      <source>holds %1, too large for any measurement; correct the value</source>
      <translation>含有 %1，大于任何可能的量测值；请更正该值</translation>
    </message>
    <message>
      <source>holds %1, which has no logarithm; leave LOGARITHM off</source>
      <translation>含有 %1，没有对数；请关闭 LOGARITHM</translation>
    </message>
    <message>
      <source>holds %1, which has one value at all samples and explains nothing; leave it out with "Stack factors"</source>
      <translation>含有 %1，它在所有样本处只有一个值，没有解释作用；请用“堆叠因子”去掉它</translation>
    </message>
    <message>
      <source>holds %1, which is no class; classes are whole numbers</source>
      <translation>含有 %1，它不是类别；类别为整数</translation>
    </message>
    <message>
      <source>holds %1; give it annotations/train.json, val.json and test.json, or one annotations.json</source>
      <translation>含有 %1；请给出 annotations/train.json、val.json 和 test.json，或一个 annotations.json</translation>
    </message>
    <message>
      <source>holds a %1 where ARCHITECTURE is %2; clear ARCHITECTURE</source>
      <translation>为 %1，而 ARCHITECTURE 为 %2；请清空 ARCHITECTURE</translation>
    </message>
    <message>
      <source>holds complex numbers, such as radar phases; save amplitudes or another real quantity</source>
      <translation>含有复数（例如雷达相位）；请保存为振幅或其他实数量</translation>
    </message>
    <message>
      <source>holds degrees, and the coordinates are taken as metres; set COORDINATES_CRS to EPSG:4326</source>
      <translation>存放的是度，而坐标被当作米；请将 COORDINATES_CRS 设为 EPSG:4326</translation>
    </message>
    <message>
      <source>holds fractions where categories are whole numbers; stack it as a continuous factor with "Stack factors"</source>
      <translation>在类别应为整数之处含有小数；请用“堆叠因子”将其作为连续因子堆叠</translation>
    </message>
    <message>
      <source>holds lines; choose landslides mapped as polygons or points</source>
      <translation>含有线；请选择编录为多边形或点的滑坡</translation>
    </message>
    <message>
      <source>holds no .whl files; choose the folder they lie in</source>
      <translation>没有 .whl 文件；请选择它们所在的文件夹</translation>
    </message>
    <message>
      <source>holds no annotations/%1.json; make the chips again</source>
      <translation>没有 annotations/%1.json；请重新生成切片</translation>
    </message>
    <message>
      <source>holds no classes; write lines such as "limestone → hard"</source>
      <translation>没有类别；请写出如 "limestone → hard" 的行</translation>
    </message>
    <message>
      <source>holds no landslide of INVENTORY; choose the area that was mapped</source>
      <translation>不含 INVENTORY 的任何滑坡；请选择已编录的范围</translation>
    </message>
    <message>
      <source>holds no number; choose the field of the measured value</source>
      <translation>没有数字；请选择量测值所在的字段</translation>
    </message>
    <message>
      <source>holds no plain weights; choose a checkpoint of torchvision (.pth) or a .safetensors file</source>
      <translation>不是单纯的权重；请选择 torchvision 的检查点（.pth）或 .safetensors 文件</translation>
    </message>
    <message>
      <source>holds no polygon with a usable geometry; repair the layer</source>
      <translation>没有几何可用的多边形；请修复该图层</translation>
    </message>
    <message>
      <source>holds no polygons; choose a layer with at least one</source>
      <translation>没有多边形；请选择至少有一个多边形的图层</translation>
    </message>
    <message>
      <source>holds other geometry than single points; make points of it with "Centroids"</source>
      <translation>含有单点以外的几何；请用"Centroids"（质心）将其变为点</translation>
    </message>
    <message>
      <source>holds points or lines where polygons are needed; choose a polygon layer</source>
      <translation>在需要多边形之处含有点或线；请选择多边形图层</translation>
    </message>
    <message>
      <source>holds something else than points; draw samples with "Sample points"</source>
      <translation>含有点以外的内容；请用“抽取样本点”抽取样本</translation>
    </message>
    <message>
      <source>holds the factor %1, which is %2 everywhere and explains nothing; leave it out with "Stack factors"</source>
      <translation>的因子 %1 处处为 %2，没有解释作用；请用“堆叠因子”去掉它</translation>
    </message>
    <message>
      <source>holds the height %1 m; declare it as nodata with gdal_edit or "Translate"</source>
      <translation>含有高程 %1 m；请用 gdal_edit 或"Translate"将其声明为无数据</translation>
    </message>
    <message>
      <source>holds weights that do not fit its model card: the layer %1 %2 and needs %3</source>
      <translation>的权重与其模型卡不符：层 %1 %2，而需要 %3</translation>
    </message>
    <message>
      <source>holds weights that do not fit its model card: there is no layer %1; train the model again</source>
      <translation>的权重与其模型卡不符：没有层 %1；请重新训练模型</translation>
    </message>
    <message>
      <source>idw: mean of all stations weighted by squared inverse distance. linear: planes in the triangles between stations (Delaunay), nodata outside them. kriging: ordinary kriging with a variogram fitted to the stations by PyKrige; of more than 150 stations the nearest 32 count at a cell.</source>
      <translation>idw：所有站点按距离平方的倒数加权平均。linear：站点三角网（Delaunay）中的平面，其外为无数据。kriging：普通克里金，变异函数由 PyKrige 用站点拟合；站点多于 150 个时，每个单元用最近的 32 个。</translation>
    </message>
    <message>
      <source>initial model %1 (SHA-256 %2). %3</source>
      <translation>初始模型 %1（SHA-256 %2）。%3</translation>
    </message>
    <message>
      <source>install the packages in QGIS from the menu Plugins ▸ Landslide Toolbox ▸ Install packages…, or in a terminal with: %1</source>
      <translation>请在 QGIS 的菜单 Plugins（插件）▸ Landslide Toolbox ▸ 安装软件包… 中安装软件包，或在终端中运行：%1</translation>
    </message>
    <message>
      <source>is %1 at every station and explains nothing; choose another</source>
      <translation>在每个站点都是 %1，没有解释作用；请另选</translation>
    </message>
    <message>
      <source>is %1 at every training sample and tells nothing; leave it out of the stack</source>
      <translation>在每个训练样本处都是 %1，没有作用；请从因子栈中去掉</translation>
    </message>
    <message>
      <source>is a %1 model where a %2 model is needed; choose another file</source>
      <translation>是%1模型，而这里需要%2模型；请选择其他文件</translation>
    </message>
    <message>
      <source>is a %1, which this toolbox does not know; update it</source>
      <translation>是本工具箱不认识的 %1；请更新工具箱</translation>
    </message>
    <message>
      <source>is a %1, whose outlines Deepness cannot read; choose a network that maps cells</source>
      <translation>是 %1，Deepness 无法读取其轮廓；请选择逐像元制图的网络</translation>
    </message>
    <message>
      <source>is a folder where a file shall be written; add a file name</source>
      <translation>是文件夹，而这里要写文件；请加上文件名</translation>
    </message>
    <message>
      <source>is a picture without coordinates; georeference it with QGIS's Georeferencer and run again</source>
      <translation>是没有坐标的图片；请用 QGIS 的地理配准工具（Georeferencer）配准后再运行</translation>
    </message>
    <message>
      <source>is a single model and has no spread; train it with MEMBERS above 1, or use a random forest</source>
      <translation>是单个模型，没有离散程度；请以大于 1 的 MEMBERS 训练，或使用随机森林</translation>
    </message>
    <message>
      <source>is all nodata</source>
      <translation>全为无数据</translation>
    </message>
    <message>
      <source>is also an input, and inputs are never changed; choose another name</source>
      <translation>同时也是输入，而输入绝不会被改变；请选择其他名称</translation>
    </message>
    <message>
      <source>is also another output, and one would replace the other; choose another name</source>
      <translation>同时也是另一个输出，二者会相互覆盖；请选择其他名称</translation>
    </message>
    <message>
      <source>is also in TEST_VALUES; a landslide is for one of them</source>
      <translation>也在 TEST_VALUES 中；一个滑坡只能用于其一</translation>
    </message>
    <message>
      <source>is constant where all factors are valid and explains nothing; leave it out</source>
      <translation>在所有因子有效之处恒定，没有解释作用；请去掉</translation>
    </message>
    <message>
      <source>is damaged (%1); replace the file</source>
      <translation>已损坏（%1）；请更换文件</translation>
    </message>
    <message>
      <source>is damaged (%1); train the model again</source>
      <translation>已损坏（%1）；请重新训练模型</translation>
    </message>
    <message>
      <source>is damaged: card or weights are not those of a detector; train the model again</source>
      <translation>已损坏：模型卡或权重不是识别模型的；请重新训练模型</translation>
    </message>
    <message>
      <source>is damaged; copy it again or train the model again</source>
      <translation>已损坏；请重新复制或重新训练模型</translation>
    </message>
    <message>
      <source>is empty and SPLIT is field; choose the field that says what is test</source>
      <translation>为空，而 SPLIT 为 field；请选择说明何为测试的字段</translation>
    </message>
    <message>
      <source>is empty and TRAIN_VALUES is not; give the values of %1 that are test</source>
      <translation>为空，而 TRAIN_VALUES 不为空；请给出 %1 中作为测试的值</translation>
    </message>
    <message>
      <source>is empty and the factor stack holds no altitude; choose a DEM on the grid of the stack to tell what is up</source>
      <translation>为空，而因子栈中没有 altitude；请选择与因子栈同格网的 DEM，以分辨上下</translation>
    </message>
    <message>
      <source>is even, and a window needs a cell in the middle; use %1</source>
      <translation>是偶数，而窗口中间需要一个单元；请用 %1</translation>
    </message>
    <message>
      <source>is given and so is INVENTORY; leave one of the two out</source>
      <translation>已给定，INVENTORY 也已给定；请去掉其中之一</translation>
    </message>
    <message>
      <source>is in %1, and distances need metres; reproject it with "Warp (reproject)" to a CRS in metres</source>
      <translation>的单位为 %1，而距离需要米；请用"Warp (reproject)"重投影到以米为单位的坐标系</translation>
    </message>
    <message>
      <source>is in a projection that shows %1 m on the ground as %2 m, so slopes would be wrong; reproject it with "Warp (reproject)" to a CRS true to scale there, such as UTM</source>
      <translation>的投影把地面上的 %1 m 显示为 %2 m，坡度会有误；请用"Warp (reproject)"重投影到当地比例真实的坐标系，如 UTM</translation>
    </message>
    <message>
      <source>is in another coordinate reference system than</source>
      <translation>的坐标参考系不同于</translation>
    </message>
    <message>
      <source>is in degrees, and distances need metres; reproject it with "Warp (reproject)" to a projected CRS such as UTM</source>
      <translation>以度为单位，而距离需要米；请用"Warp (reproject)"重投影到投影坐标系，如 UTM</translation>
    </message>
    <message>
      <source>is installed but does not load (%1: %2)</source>
      <translation>已安装但无法加载（%1：%2）</translation>
    </message>
    <message>
      <source>is larger than the raster (%1 × %2 cells); choose a smaller window or a larger area</source>
      <translation>大于栅格（%1 × %2 个单元）；请选择更小的窗口或更大的区域</translation>
    </message>
    <message>
      <source>is missing there</source>
      <translation>在该处缺失</translation>
    </message>
    <message>
      <source>is more than the map's different values allow; choose at most %1 or METHOD manual</source>
      <translation>超过该图不同值所允许的数目；请最多选择 %1，或用 METHOD manual</translation>
    </message>
    <message>
      <source>is needed beside X_FIELD; choose the field that holds the other coordinate</source>
      <translation>须与 X_FIELD 同时给出；请选择存放另一坐标的字段</translation>
    </message>
    <message>
      <source>is needed for METHOD landslide_share; choose the landslides</source>
      <translation>为 METHOD landslide_share 所必需；请选择滑坡</translation>
    </message>
    <message>
      <source>is needed for METHOD manual; write %1 limits such as 0.2, 0.4, 0.6, 0.8</source>
      <translation>为 METHOD manual 所必需；请写出 %1 个界限，例如 0.2, 0.4, 0.6, 0.8</translation>
    </message>
    <message>
      <source>is needed for a table without geometry; choose the fields that hold the coordinates</source>
      <translation>为没有几何的表格所必需；请选择存放坐标的字段</translation>
    </message>
    <message>
      <source>is needed for polygons; choose the field that holds the class</source>
      <translation>为多边形所必需；请选择存放类别的字段</translation>
    </message>
    <message>
      <source>is needed, as %1 holds several; choose among %2</source>
      <translation>必需，因为 %1 含有多个；请从 %2 中选择</translation>
    </message>
    <message>
      <source>is needed, or INVENTORY</source>
      <translation>与 INVENTORY 须有其一</translation>
    </message>
    <message>
      <source>is no JSON object; write for example {"weight_decay": 0.05}</source>
      <translation>不是 JSON 对象；例如写成 {"weight_decay": 0.05}</translation>
    </message>
    <message>
      <source>is no address of an index; give one such as https://download.pytorch.org/whl/cpu</source>
      <translation>不是软件包索引的地址；请给出例如 https://download.pytorch.org/whl/cpu 的地址</translation>
    </message>
    <message>
      <source>is no choice of two or more models; choose several files</source>
      <translation>不是两个或更多模型；请选择多个文件</translation>
    </message>
    <message>
      <source>is no encoding; choose %1</source>
      <translation>不是编码方式；请选择 %1</translation>
    </message>
    <message>
      <source>is no factor of this stack (%1); choose among these</source>
      <translation>不是此因子栈的因子（%1）；请从中选择</translation>
    </message>
    <message>
      <source>is no field of the inventory; it has %1</source>
      <translation>不是滑坡编目的字段；其字段为 %1</translation>
    </message>
    <message>
      <source>is no number; write one without quotes, such as 0.1</source>
      <translation>不是数字；请写不带引号的数字，例如 0.1</translation>
    </message>
    <message>
      <source>is no optimizer; choose %1</source>
      <translation>不是优化器；请选择 %1</translation>
    </message>
    <message>
      <source>is no proxy; give one such as http://proxy.example:3128</source>
      <translation>不是代理；请给出如 http://proxy.example:3128 的代理</translation>
    </message>
    <message>
      <source>is no setting; the settings are %1</source>
      <translation>不是设置项；设置项有 %1</translation>
    </message>
    <message>
      <source>is no template of a print layout; save one from the layout window of QGIS</source>
      <translation>不是打印布局的模板；请从 QGIS 的布局窗口保存一个</translation>
    </message>
    <message>
      <source>is no whole number; write one without quotes, such as 10</source>
      <translation>不是整数；请写不带引号的整数，例如 10</translation>
    </message>
    <message>
      <source>is nodata all over the reference; check extent and nodata, or leave it out</source>
      <translation>在整个参考栅格上都是无数据；请检查范围和无数据值，或去掉它</translation>
    </message>
    <message>
      <source>is not %1; give one</source>
      <translation>不是%1；请给出一个</translation>
    </message>
    <message>
      <source>is not a .%1 name; end it in .%2</source>
      <translation>不是 .%1 文件名；请以 .%2 结尾</translation>
    </message>
    <message>
      <source>is not a COCO annotation file; %1</source>
      <translation>不是 COCO 标注文件；%1</translation>
    </message>
    <message>
      <source>is not a GeoTIFF name; end it in .tif</source>
      <translation>不是 GeoTIFF 文件名；请以 .tif 结尾</translation>
    </message>
    <message>
      <source>is not a Landslide Toolbox model; choose a .lsm file written by training</source>
      <translation>不是滑坡工具箱的模型；请选择由训练写出的 .lsm 文件</translation>
    </message>
    <message>
      <source>is not a band of %1; choose from 1 to %2</source>
      <translation>不是 %1 的波段；请从 1 至 %2 中选择</translation>
    </message>
    <message>
      <source>is not a band of %1; choose one from 1 to %2</source>
      <translation>不是 %1 的波段；请从 1 至 %2 中选择一个</translation>
    </message>
    <message>
      <source>is not a checkpoint of a detector; choose another file name</source>
      <translation>不是识别模型的检查点；请选择另一个文件名</translation>
    </message>
    <message>
      <source>is not a field of %1 (it has %2); choose one of these</source>
      <translation>不是 %1 的字段（它有 %2）；请从中选择</translation>
    </message>
    <message>
      <source>is not a field of %1, whose fields are: %2; choose one of them</source>
      <translation>不是 %1 的字段，其字段为：%2；请从中选择</translation>
    </message>
    <message>
      <source>is not a format that keeps long field names; end it in .gpkg, .geojson or .fgb</source>
      <translation>不是能保留长字段名的格式；请以 .gpkg、.geojson 或 .fgb 结尾</translation>
    </message>
    <message>
      <source>is not a list of weights by layer; choose a checkpoint of torchvision</source>
      <translation>不是按层列出的权重；请选择 torchvision 的检查点</translation>
    </message>
    <message>
      <source>is not a number; give one</source>
      <translation>不是数字；请给出一个</translation>
    </message>
    <message>
      <source>is not a raster file; save it as GeoTIFF and choose that file</source>
      <translation>不是栅格文件；请另存为 GeoTIFF 后选择该文件</translation>
    </message>
    <message>
      <source>is not a record of a search; choose another file name</source>
      <translation>不是搜索的记录；请选择另一个文件名</translation>
    </message>
    <message>
      <source>is not a version of CUDA; give one such as 12.6</source>
      <translation>不是 CUDA 的版本；请给出如 12.6 的版本</translation>
    </message>
    <message>
      <source>is not a whole number; give one</source>
      <translation>不是整数；请给出一个</translation>
    </message>
    <message>
      <source>is not above 0; give metres, or leave it empty for no limit</source>
      <translation>不大于 0；请给出米数，或留空表示不限</translation>
    </message>
    <message>
      <source>is not available on this computer; choose auto or cpu</source>
      <translation>在这台计算机上不可用；请选择 auto 或 cpu</translation>
    </message>
    <message>
      <source>is not drawn in classes; choose a raster from Classify susceptibility</source>
      <translation>不是按级别绘制的；请选择由“易发性分级”得到的栅格</translation>
    </message>
    <message>
      <source>is not given; choose a folder of chips, or a scene (INPUT) and its INVENTORY</source>
      <translation>没有给出；请选择切片文件夹，或一景影像（INPUT）及其 INVENTORY</translation>
    </message>
    <message>
      <source>is not given; choose the mapped landslides of the scene</source>
      <translation>没有给出；请选择该景影像已编录的滑坡</translation>
    </message>
    <message>
      <source>is not in %1, which holds %2; leave it empty</source>
      <translation>不在 %1 中，其中有 %2；请留空</translation>
    </message>
    <message>
      <source>is not in %1; choose among %2</source>
      <translation>不在 %1 中；请从 %2 中选择</translation>
    </message>
    <message>
      <source>is not installed</source>
      <translation>未安装</translation>
    </message>
    <message>
      <source>is not of the form "value → class"; write for example "limestone → hard"</source>
      <translation>不是 "value → class" 的形式；例如写成 "limestone → hard"</translation>
    </message>
    <message>
      <source>is not one of %1; choose one of these</source>
      <translation>不是 %1 之一；请从中选择</translation>
    </message>
    <message>
      <source>is not the percentage of landslides in each of %1 classes; write positive numbers that add up to 100, the highest class first</source>
      <translation>不是 %1 级中每级的滑坡百分比；请写出总和为 100 的正数，最高级在前</translation>
    </message>
    <message>
      <source>is not three percentages for train, val and test that add up to 100; write, say, 70,15,15</source>
      <translation>不是总和为 100 的训练、验证、测试三个百分比；例如写成 70,15,15</translation>
    </message>
    <message>
      <source>is not true or false; write one of the two, without quotes</source>
      <translation>不是 true 或 false；请写其中之一，不带引号</translation>
    </message>
    <message>
      <source>is not used by %1, which has losses of its own; clear it</source>
      <translation>不被 %1 使用，它有自己的损失；请清空</translation>
    </message>
    <message>
      <source>is out of range; choose %1 to %2</source>
      <translation>超出范围；请选择 %1 至 %2</translation>
    </message>
    <message>
      <source>is shown in REPORT alone, which is left out; choose a REPORT or leave the point out</source>
      <translation>只在 REPORT 中展示，而 REPORT 未指定；请指定 REPORT 或去掉该点</translation>
    </message>
    <message>
      <source>is the name of more than one band; give each its own with NAMES</source>
      <translation>是不止一个波段的名称；请用 NAMES 为每个波段各给一个</translation>
    </message>
    <message>
      <source>is the only factor, and a jackknife compares several; stack more</source>
      <translation>是唯一的因子，而刀切法要比较多个；请堆叠更多因子</translation>
    </message>
    <message>
      <source>is the root of the disk; choose a folder or file in it</source>
      <translation>是磁盘的根目录；请选择其中的文件夹或文件</translation>
    </message>
    <message>
      <source>is the same band as %1; choose a different band for each</source>
      <translation>与 %1 是同一波段；请各选不同的波段</translation>
    </message>
    <message>
      <source>is too large to route flow over; clip it to catchments or use larger cells</source>
      <translation>太大，无法计算汇流；请按流域裁剪或使用更大的单元</translation>
    </message>
    <message>
      <source>is too small for %1, which needs %2 cells or more</source>
      <translation>对%1来说太小，它需要 %2 个或更多单元</translation>
    </message>
    <message>
      <source>it ends early</source>
      <translation>文件提前结束</translation>
    </message>
    <message>
      <source>lacks landslides or cells without on this stack; draw samples with "Sample points"</source>
      <translation>在此因子栈上缺少滑坡或非滑坡单元；请用“抽取样本点”抽取样本</translation>
    </message>
    <message>
      <source>lacks the factors %1 (it has %2); add them with "Stack factors" under these names</source>
      <translation>缺少因子 %1（它有 %2）；请用“堆叠因子”以这些名称加入</translation>
    </message>
    <message>
      <source>lacks the file %1 in %2; make the chips again</source>
      <translation>缺少文件 %1（在 %2 中）；请重新生成切片</translation>
    </message>
    <message>
      <source>language: en</source>
      <translation>language: zh_CN</translation>
    </message>
    <message>
      <source>layer</source>
      <translation>图层</translation>
    </message>
    <message>
      <source>leave one out</source>
      <translation>请去掉一个</translation>
    </message>
    <message>
      <source>leaves %1 without landslides; %2</source>
      <translation>使 %1 没有滑坡；%2</translation>
    </message>
    <message>
      <source>leaves no chip: the fullest holds %1 landslide; choose less</source>
      <translation>没有留下切片：最满的切片也只有 %1 滑坡；请选择更小的值</translation>
    </message>
    <message>
      <source>leaves no landslide together with TEST_VALUES; choose values that the field %1 has</source>
      <translation>与 TEST_VALUES 一起没有留下滑坡；请选择字段 %1 具有的值</translation>
    </message>
    <message>
      <source>leaves no reflectance; give a number above 0, such as 0.0001</source>
      <translation>没有留下反射率；请给出大于 0 的数，例如 0.0001</translation>
    </message>
    <message>
      <source>leaves no training chip with a landslide on data; choose a smaller MIN_COVER or CHIP_SIZE</source>
      <translation>没有留下在有数据处含滑坡的训练切片；请选择更小的 MIN_COVER 或 CHIP_SIZE</translation>
    </message>
    <message>
      <source>leaves nothing to search, as all hyper-parameters are set; clear one, or choose 0</source>
      <translation>没有可搜索的，因为所有超参数都已设定；请清空一个，或选择 0</translation>
    </message>
    <message>
      <source>leaves nothing to search, as all of %1 is set; leave one as it is, or choose 0</source>
      <translation>没有可搜索的，因为 %1 都已设定；请保留一个不设，或选择 0</translation>
    </message>
    <message>
      <source>left children that do not follow their parents</source>
      <translation>左子节点没有跟在父节点之后</translation>
    </message>
    <message>
      <source>lets the network's numbers grow beyond all bounds; choose a smaller one</source>
      <translation>使网络的数值无限增大；请选择更小的值</translation>
    </message>
    <message>
      <source>lie where no factor stack has values; draw samples on this stack with "Sample points"</source>
      <translation>位于没有因子栈有值之处；请用“抽取样本点”在此因子栈上抽取样本</translation>
    </message>
    <message>
      <source>lie with more than %1 % of their area in %2</source>
      <translation>有超过 %1 % 的面积位于%2内</translation>
    </message>
    <message>
      <source>lies beyond the projection of the reference; check both reference systems</source>
      <translation>超出参考栅格投影的范围；请检查两者的参考系</translation>
    </message>
    <message>
      <source>lies in one spatial block; draw it with "Sample points" or choose another validation</source>
      <translation>位于同一个空间方块中；请用“抽取样本点”抽取，或选择其他验证方式</translation>
    </message>
    <message>
      <source>lies on cells of too few different values for %1 CLASSES; choose fewer classes or another METHOD</source>
      <translation>所在单元的不同取值太少，不足以分成 %1 个 CLASSES；请减少类别数或选择其他 METHOD</translation>
    </message>
    <message>
      <source>lies outside the stack or where a factor has no value; choose another place</source>
      <translation>位于因子栈之外或某因子无值之处；请选择另一位置</translation>
    </message>
    <message>
      <source>lies wholly outside the classes; choose the heights of this area</source>
      <translation>完全位于分级图之外；请选择本区域的高程</translation>
    </message>
    <message>
      <source>lies wholly outside the raster; check its coordinate reference system and extent</source>
      <translation>完全位于栅格之外；请检查其坐标参考系和范围</translation>
    </message>
    <message>
      <source>lies wholly outside the raster; choose the samples drawn on this factor stack</source>
      <translation>完全位于栅格之外；请选择在此因子栈上抽取的样本</translation>
    </message>
    <message>
      <source>lies wholly to one side of the reference; check both reference systems</source>
      <translation>完全位于参考栅格的一侧；请检查两者的参考系</translation>
    </message>
    <message>
      <source>lists an image without id, file_name, width or height; write the annotations again</source>
      <translation>列出的某个图像没有 id、file_name、width 或 height；请重新写出标注</translation>
    </message>
    <message>
      <source>lists no images in its annotations; add some</source>
      <translation>的标注中没有列出图像；请加入</translation>
    </message>
    <message>
      <source>lists the image %1, which is not there; copy it to %2</source>
      <translation>列出的图像 %1 不存在；请将其复制到 %2</translation>
    </message>
    <message>
      <source>looking …</source>
      <translation>正在查看…</translation>
    </message>
    <message>
      <source>make chips from more of the scene</source>
      <translation>请从影像的更多部分生成切片</translation>
    </message>
    <message>
      <source>make the chips or the annotations again</source>
      <translation>请重新生成切片或标注</translation>
    </message>
    <message>
      <source>mfd shares the flow among all lower neighbours (Freeman 1991, exponent 1.1); d8 sends it to the steepest one.</source>
      <translation>mfd 将水流分给所有较低的相邻单元（Freeman 1991，指数 1.1）；d8 将其送往最陡的一个。</translation>
    </message>
    <message>
      <source>model files of networks</source>
      <translation>网络的模型文件</translation>
    </message>
    <message>
      <source>model files of scikit-learn estimators</source>
      <translation>scikit-learn 估计器的模型文件</translation>
    </message>
    <message>
      <source>more columns or classes than the layout holds</source>
      <translation>列数或类别数超出布局所能容纳</translation>
    </message>
    <message>
      <source>names no factor; choose at least one</source>
      <translation>没有写出任何因子；请至少选择一个</translation>
    </message>
    <message>
      <source>names the factor %1 twice; keep one of the two</source>
      <translation>两次写了因子 %1；请保留其一</translation>
    </message>
    <message>
      <source>names the factor %1, and the stack has %2; correct the name</source>
      <translation>写了因子 %1，而因子栈有 %2；请更正名称</translation>
    </message>
    <message>
      <source>natural_breaks: classes that differ least inside; quantile: equal areas; equal_interval: equal steps of value; manual: the limits of BREAKS; landslide_share: every class holds a set share of the landslides.</source>
      <translation>natural_breaks：级内差异最小；quantile：等面积；equal_interval：等数值间隔；manual：BREAKS 的界限；landslide_share：每级含设定比例的滑坡。</translation>
    </message>
    <message>
      <source>ndvi: vegetation; ndwi: open water; bsi: bare soil; ratio: one band divided by another.</source>
      <translation>ndvi：植被；ndwi：开阔水体；bsi：裸土；ratio：一个波段除以另一个波段。</translation>
    </message>
    <message>
      <source>needs %1 blocks or clusters with landslides, one for each fold and the test part, and there are %2; choose fewer folds or another SPLIT</source>
      <translation>需要 %1 个含滑坡的方块或聚类，每折和测试部分各一个，而现有 %2 个；请选择更少的折或其他 SPLIT</translation>
    </message>
    <message>
      <source>needs a factor called slope, and the stack has %1; add it, or set MIN_SLOPE to 0</source>
      <translation>需要名为 slope 的因子，而因子栈有 %1；请加入，或将 MIN_SLOPE 设为 0</translation>
    </message>
    <message>
      <source>needs at least %1 landslides and there are %2; choose fewer folds</source>
      <translation>至少需要 %1 个滑坡，而现有 %2 个；请选择更少的折</translation>
    </message>
    <message>
      <source>needs stations that span triangles, and these lie on one line; choose idw or kriging</source>
      <translation>需要能张成三角形的站点，而这些站点位于一条线上；请选择 idw 或 kriging</translation>
    </message>
    <message>
      <source>needs test samples and there are none; draw them with a TEST_FRACTION above 0</source>
      <translation>需要测试样本，而现在没有；请以大于 0 的 TEST_FRACTION 抽取</translation>
    </message>
    <message>
      <source>needs the maps, and MAPS is off; switch MAPS on or leave the table out</source>
      <translation>需要地图，而 MAPS 已关闭；请启用 MAPS 或去掉该表</translation>
    </message>
    <message>
      <source>neither chips made by "Create training chips" nor COCO annotations</source>
      <translation>既不是由“生成训练切片”得到的切片，也不是 COCO 标注</translation>
    </message>
    <message>
      <source>networks: detection and the susceptibility CNN</source>
      <translation>网络：滑坡识别和易发性 CNN</translation>
    </message>
    <message>
      <source>no complete cell</source>
      <translation>没有完整的单元</translation>
    </message>
    <message>
      <source>no landslide, told</source>
      <translation>请给出其中没有滑坡的区域</translation>
    </message>
    <message>
      <source>no rule is known for the contributions of %1</source>
      <translation>不知道 %1 的贡献规则</translation>
    </message>
    <message>
      <source>no rule is known for the contributions of %1, whose windows overlap, are padded or large</source>
      <translation>不知道 %1 的贡献规则，其窗口重叠、有填充或过大</translation>
    </message>
    <message>
      <source>no such settings: %1</source>
      <translation>没有这些设置：%1</translation>
    </message>
    <message>
      <source>nodes with one child</source>
      <translation>只有一个子节点的节点</translation>
    </message>
    <message>
      <source>none that nvidia-smi knows</source>
      <translation>nvidia-smi 没有发现</translation>
    </message>
    <message>
      <source>none, networks run on the processor</source>
      <translation>没有，网络在处理器上运行</translation>
    </message>
    <message>
      <source>none, or a folder with .whl files to install without a network</source>
      <translation>无，或存放 .whl 文件、用于离线安装的文件夹</translation>
    </message>
    <message>
      <source>none, or such as http://proxy.example:3128</source>
      <translation>无，或如 http://proxy.example:3128</translation>
    </message>
    <message>
      <source>normalised difference vegetation index</source>
      <translation>归一化植被指数</translation>
    </message>
    <message>
      <source>normalised difference water index</source>
      <translation>归一化水体指数</translation>
    </message>
    <message>
      <source>not stated; belongs to whoever trained the model, within the terms of the training data</source>
      <translation>未说明；在训练数据条款之内归训练该模型者所有</translation>
    </message>
    <message>
      <source>nothing beside its grid</source>
      <translation>格网旁没有任何值</translation>
    </message>
    <message>
      <source>nothing, it is not usable</source>
      <translation>无，不可使用</translation>
    </message>
    <message>
      <source>numbers of the trees</source>
      <translation>树的编号</translation>
    </message>
    <message>
      <source>of %1 polygons hold no cell's centre inside the raster and do not appear</source>
      <translation>个（共 %1 个多边形）在栅格内不含任何单元中心，不会出现</translation>
    </message>
    <message>
      <source>only %1 beside its grid</source>
      <translation>格网旁只有 %1</translation>
    </message>
    <message>
      <source>only %1 complete cells</source>
      <translation>只有 %1 个完整的单元</translation>
    </message>
    <message>
      <source>ordinary kriging</source>
      <translation>普通克里金</translation>
    </message>
    <message>
      <source>outside: unlike the training samples</source>
      <translation>域外：与训练样本不相似</translation>
    </message>
    <message>
      <source>pip says %1; the log tells more</source>
      <translation>pip 报告 %1；详见日志</translation>
    </message>
    <message>
      <source>pseudo-invariant features</source>
      <translation>伪不变特征</translation>
    </message>
    <message>
      <source>puts %1 landslides into the test part; the values of %2 are %3</source>
      <translation>将 %1 个滑坡放入测试部分；%2 的值为 %3</translation>
    </message>
    <message>
      <source>random cross-validation</source>
      <translation>随机交叉验证</translation>
    </message>
    <message>
      <source>random forest, spatial folds and importance</source>
      <translation>随机森林、空间折和重要性</translation>
    </message>
    <message>
      <source>random weights, seed %1</source>
      <translation>随机权重，种子 %1</translation>
    </message>
    <message>
      <source>random: by landslide; spatial_blocks: by squares of the map; clusters: by k-means clusters of landslides; field: TEST_VALUES of FIELD are the test part, for example later years, or whole values of FIELD go to test and folds.</source>
      <translation>random：按滑坡；spatial_blocks：按地图方块；clusters：按滑坡的 k-means 聚类；field：FIELD 的 TEST_VALUES 为测试部分，例如较晚的年份，或 FIELD 的整个值分到测试和各折。</translation>
    </message>
    <message>
      <source>raster layer</source>
      <translation>栅格图层</translation>
    </message>
    <message>
      <source>repeat another one</source>
      <translation>与其他要素重复</translation>
    </message>
    <message>
      <source>repeats another polygon</source>
      <translation>与另一个多边形重复</translation>
    </message>
    <message>
      <source>rounds of trees that go back</source>
      <translation>树的轮次倒退</translation>
    </message>
    <message>
      <source>say with BANDS which of its bands play them</source>
      <translation>请用 BANDS 指明由哪些波段对应</translation>
    </message>
    <message>
      <source>says that %1 has %2 × %3 cells; cut it into pictures of at most %4</source>
      <translation>声明 %1 有 %2 × %3 个单元；请将其切成不超过 %4 的图片</translation>
    </message>
    <message>
      <source>says that the band %1 had one value only in training, so nothing can be scaled by it</source>
      <translation>声明波段 %1 在训练中只有一个值，因此无法以它缩放</translation>
    </message>
    <message>
      <source>scores that are not numbers cannot be ranked</source>
      <translation>分数不是数字，无法排序</translation>
    </message>
    <message>
      <source>sets limits for %1, whose categories are its classes; leave it out</source>
      <translation>为 %1 设定了界限，而其类别本身就是级别；请去掉</translation>
    </message>
    <message>
      <source>share no valid cell; %1 lacks most, check it or leave it out</source>
      <translation>没有共同的有效单元；%1 缺得最多，请检查它或去掉它</translation>
    </message>
    <message>
      <source>shows no landslide in any %1 chip; make chips with more landslides</source>
      <translation>在任何%1切片中都没有滑坡；请用更多滑坡生成切片</translation>
    </message>
    <message>
      <source>shows no landslide in {}; choose another split, or other chips</source>
      <translation>在 {} 中没有滑坡；请选择其他划分或其他切片</translation>
    </message>
    <message>
      <source>shows nothing but landslide in its %1 chips; add negative chips</source>
      <translation>在其%1切片中只有滑坡；请加入负切片</translation>
    </message>
    <message>
      <source>slope: 0, 10, 20, 30; aspect: sectors</source>
      <translation>slope: 0, 10, 20, 30; aspect: sectors</translation>
    </message>
    <message>
      <source>something follows the trees</source>
      <translation>树之后还有其他内容</translation>
    </message>
    <message>
      <source>spatial cross-validation</source>
      <translation>空间交叉验证</translation>
    </message>
    <message>
      <source>spatial_cv: by spatial blocks; random_cv: by landslide, which flatters every factor that varies smoothly.</source>
      <translation>spatial_cv：按空间方块；random_cv：按滑坡，会使每个平滑变化的因子显得更好。</translation>
    </message>
    <message>
      <source>spatial_cv: by spatial blocks; random_cv: by landslide; test_split: on the test samples alone. Where cells were drawn at random spatial_cv is run as well, to tell by how much they are optimistic.</source>
      <translation>spatial_cv：按空间方块；random_cv：按滑坡；test_split：只用测试样本。单元为随机抽取时，也会进行 spatial_cv，以说明其偏乐观多少。</translation>
    </message>
    <message>
      <source>splits by categories</source>
      <translation>按类别的分裂</translation>
    </message>
    <message>
      <source>statistics that are no numbers</source>
      <translation>统计量不是数字</translation>
    </message>
    <message>
      <source>strongest interaction with</source>
      <translation>最强交互作用因子</translation>
    </message>
    <message>
      <source>takes at most %1 stations, and there are %2; thin them out or choose idw</source>
      <translation>最多接受 %1 个站点，而现有 %2 个；请抽稀或选择 idw</translation>
    </message>
    <message>
      <source>the area of applicability does not fit the factors</source>
      <translation>适用域与因子不符</translation>
    </message>
    <message>
      <source>the area of applicability holds no numbers</source>
      <translation>适用范围不含数字</translation>
    </message>
    <message>
      <source>the calibration curve is damaged</source>
      <translation>校准曲线已损坏</translation>
    </message>
    <message>
      <source>the certificate of %1 was not accepted; where a network inspects connections, name its certificate file to pip (pip config set global.cert FILE) and install again</source>
      <translation>%1 的证书未被接受；若网络会检查连接，请向 pip 指定其证书文件（pip config set global.cert FILE）后重新安装</translation>
    </message>
    <message>
      <source>the computer's memory</source>
      <translation>与计算机共用的内存</translation>
    </message>
    <message>
      <source>the disk of %1 is full; free some space there and install again</source>
      <translation>%1 所在的磁盘已满；请在那里释放空间后重新安装</translation>
    </message>
    <message>
      <source>the folder %1 has no %2 that fits this Python and what QGIS carries; put it there</source>
      <translation>文件夹 %1 中没有适合此 Python 和 QGIS 自带软件包的 %2；请放入</translation>
    </message>
    <message>
      <source>the model learnt on %1 bands (%2)</source>
      <translation>模型用 %1 个波段学习（%2）</translation>
    </message>
    <message>
      <source>the packages do not fit each other or what QGIS carries (%1); choose other wheels or another build of PyTorch</source>
      <translation>软件包彼此之间或与 QGIS 自带的软件包不相容（%1）；请选择其他 wheel 或其他 PyTorch 构建</translation>
    </message>
    <message>
      <source>the path of %1 is too long for Windows; switch long paths on in Windows or name a shorter folder with --folder</source>
      <translation>%1 的路径对 Windows 来说太长；请在 Windows 中启用长路径，或用 --folder 指定更短的文件夹</translation>
    </message>
    <message>
      <source>the place asked for (%1, %2)</source>
      <translation>所指定的位置（%1, %2）</translation>
    </message>
    <message>
      <source>the processor alone (CPU)</source>
      <translation>只用处理器（CPU）</translation>
    </message>
    <message>
      <source>the proxy %1 does not let pip through; correct it and install again</source>
      <translation>代理 %1 不放行 pip；请更正后重新安装</translation>
    </message>
    <message>
      <source>the sample with the highest susceptibility (%1, %2)</source>
      <translation>易发性最高的样本（%1, %2）</translation>
    </message>
    <message>
      <source>the search for hyper-parameters</source>
      <translation>超参数搜索</translation>
    </message>
    <message>
      <source>these are not the run lengths of a mask of this size</source>
      <translation>这些不是此大小掩膜的游程</translation>
    </message>
    <message>
      <source>this Mac (the one build there is)</source>
      <translation>这台 Mac（只有一种构建）</translation>
    </message>
    <message>
      <source>those that cover no cell's centre are lost; choose all_touched to keep them</source>
      <translation>不覆盖任何单元中心者会丢失；请选择 all_touched 以保留它们</translation>
    </message>
    <message>
      <source>trees of %1 factors are too many to be counted</source>
      <translation>%1 个因子的树太多，无法计数</translation>
    </message>
    <message>
      <source>two bands of one name</source>
      <translation>两个波段同名</translation>
    </message>
    <message>
      <source>unet_se, unet and attention_unet map cells and are fast; vgg13_se and resnet18_se map cells with deeper encoders and coarser outlines; maskrcnn_resnet18 and maskrcnn_resnet50 outline each landslide by itself</source>
      <translation>unet_se、unet 和 attention_unet 逐像元制图，速度快；vgg13_se 和 resnet18_se 逐像元制图，编码器更深、轮廓更粗；maskrcnn_resnet18 和 maskrcnn_resnet50 逐个勾绘滑坡</translation>
    </message>
    <message>
      <source>unet_se, unet and attention_unet map cells and are fast; vgg13_se and resnet18_se map cells with deeper encoders and coarser outlines; maskrcnn_resnet18 and maskrcnn_resnet50 outline each landslide by itself. Empty: as the preset says.</source>
      <translation>unet_se、unet 和 attention_unet 逐像元制图，速度快；vgg13_se 和 resnet18_se 逐像元制图，编码器更深、轮廓更粗；maskrcnn_resnet18 和 maskrcnn_resnet50 逐个勾绘滑坡。留空：采用预设值。</translation>
    </message>
    <message>
      <source>unit stretches continuous factors to 0–1, byte to 0–255, by their lowest and highest value on the reference; the units then tell the former ends. Models need none: they scale by their training data, and a stack scaled by its own ends does not fit a model trained in another area.</source>
      <translation>unit 将连续因子按其在参考栅格上的最低值和最高值拉伸到 0–1，byte 拉伸到 0–255；单位中会说明原来的两端。模型不需要拉伸：它们按自己的训练数据缩放，而按自身两端缩放的因子栈不适合在其他地区训练的模型。</translation>
    </message>
    <message>
      <source>validation mask AP50</source>
      <translation>验证掩膜 AP50</translation>
    </message>
    <message>
      <source>values lie too deep in each other</source>
      <translation>值的嵌套过深</translation>
    </message>
    <message>
      <source>values of a leaf</source>
      <translation>叶节点的值</translation>
    </message>
    <message>
      <source>vector layer</source>
      <translation>矢量图层</translation>
    </message>
    <message>
      <source>was trained without an area of applicability; train it again</source>
      <translation>训练时没有适用域；请重新训练</translation>
    </message>
    <message>
      <source>weights of evidence</source>
      <translation>证据权</translation>
    </message>
    <message>
      <source>whatever pip's usual index has</source>
      <translation>pip 的常用索引所提供的</translation>
    </message>
    <message>
      <source>window of %1 cells</source>
      <translation>%1 个单元的窗口</translation>
    </message>
    <message>
      <source>within the area of applicability</source>
      <translation>域内：在适用域之内</translation>
    </message>
    <message>
      <source>works</source>
      <translation>可用</translation>
    </message>
    <message>
      <source>would share its style file %1.qml with another output; choose names that differ before the ending</source>
      <translation>将与另一个输出共用样式文件 %1.qml；请选择扩展名之前不同的名称</translation>
    </message>
    <message>
      <source>{count} chips</source>
      <translation>{count} 个切片</translation>
    </message>
    <message>
      <source>{count} landslides</source>
      <translation>{count} 个滑坡</translation>
    </message>
    <message>
      <source>{count} of {total} packages cannot be used.</source>
      <translation>{total} 个软件包中有 {count} 个无法使用。</translation>
    </message>
    <message>
      <source>{count} samples</source>
      <translation>{count} 个样本</translation>
    </message>
    <message>
      <source>{file} (no longer there)</source>
      <translation>{file}（已不在）</translation>
    </message>
    <message>
      <source>{file} (temporary: gone when QGIS ends)</source>
      <translation>{file}（临时文件：QGIS 退出后消失）</translation>
    </message>
    <message>
      <source>{input} (optional)</source>
      <translation>{input}（可选）</translation>
    </message>
    <message>
      <source>{input}: a file of your own</source>
      <translation>{input}：您自己的文件</translation>
    </message>
    <message>
      <source>{input}: a file of your own, or from {steps}</source>
      <translation>{input}：您自己的文件，或来自{steps}</translation>
    </message>
    <message>
      <source>{input}: from {steps}</source>
      <translation>{input}：来自{steps}</translation>
    </message>
    <message>
      <source>{kind} from {least} to {most}</source>
      <translation>{least} 至 {most} 的{kind}</translation>
    </message>
    <message>
      <source>{kind} of at least {least}</source>
      <translation>不小于 {least} 的{kind}</translation>
    </message>
    <message>
      <source>{kind} of at most {most}</source>
      <translation>不大于 {most} 的{kind}</translation>
    </message>
    <message>
      <source>{name} opens in the plain dialog of QGIS ({problem}).</source>
      <translation>{name} 以 QGIS 的普通对话框打开（{problem}）。</translation>
    </message>
    <message>
      <source>… %1 MB so far</source>
      <translation>… 已有 %1 MB</translation>
    </message>
  </context>
</TS>
