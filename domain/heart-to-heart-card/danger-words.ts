/**
 * Words that speak of danger to life or body. A card with one goes to the counsellor first. Without
 * blanks or marks, in small letters: texts are stripped of those before they are compared.
 */
export const DANGER_WORDS: readonly string[] = [
  // harm to oneself
  ...['自杀', '轻生', '寻死', '想死', '不想活', '活不下去', '活着没意思', '活着没有意思'],
  ...['活着好累', '不如死', '死了算了', '去死', '结束生命', '结束自己', '遗书', '消失算了'],
  ...['跳楼', '跳下去', '割腕', '割自己', '划自己', '自残', '自伤', '伤害自己', '安眠药', '上吊'],
  ...['zisha', 'xiangsi', '紫砂'],
  // harm by others
  ...['虐待', '家暴', '打我', '被打', '掐我', '踢我', '不敢回家', '关起来', '离家出走'],
  ...['性侵', '强奸', '猥亵', '骚扰', '摸我', '脱我', '拍我裸', '裸照'],
  ...['霸凌', '欺凌', '欺负我', '勒索', '威胁我', '堵我', '孤立我', '逼我'],
  // harm to others
  ...['杀了', '杀人', '砍死', '弄死', '带刀', '报复'],
];
