/**
 * Words that speak of danger to life or body. A card with one goes to the counsellor first. Without
 * blanks or marks, in small letters: texts are stripped of those before they are compared.
 */
export const DANGER_WORDS: readonly string[] = [
  // harm to oneself
  ...['自杀', '轻生', '寻死', '想死', '不想活', '活不下去', '活着没意思', '活着没有意思'],
  ...['活着好累', '不如死', '死了算了', '去死', '结束生命', '结束自己', '遗书', '消失算了'],
  ...['跳楼', '跳下去', '割腕', '割自己', '划自己', '自残', '自伤', '伤害自己', '安眠药', '上吊'],
  ...['自尽', '撑不下去', '熬不下去', '不想醒来', '农药', '救救我'],
  ...['zisha', 'xiangsi', '紫砂'],
  // harm by others
  ...['虐待', '家暴', '殴打', '体罚', '不敢回家', '关起来', '离家出走'],
  ...['性侵', '强奸', '猥亵', '骚扰', '脱我', '拍我裸', '裸照', '偷拍'],
  ...['霸凌', '欺凌', '欺负我', '勒索', '威胁我', '堵我', '孤立我', '逼我'],
  // harm to others
  ...['杀了', '杀人', '砍死', '弄死', '带刀', '报复'],
];

/**
 * The same with something between: a child writes 跳下来 and 打了我, not the word of a dictionary.
 * What lessons are full of (跳绳, 计划, 活动) is left out.
 */
export const DANGER_PATTERNS: readonly RegExp[] = [
  // harm to oneself
  /[楼窗桥台].{0,4}跳(?![绳高远舞操]|皮筋)/,
  /跳(?![绳高远舞操]|皮筋).{0,3}(?:[楼河江]|下[去来])/,
  /想.{0,8}(?:消失|离开.{0,3}世)/,
  /活(?!动).{0,3}(?:没意思|没有意思|没意义|没有意义|有什么意)/,
  /(?<!生)活[得着也都]?够/,
  /(?:割|(?<![计规策])划(?!分)).{0,3}(?:手(?!工)|腕|臂)/,
  // harm by others
  /[打踢摸抽掐揍扇][了过着完]?我/,
  /[把将]我.{0,4}[打踢摸揍关锁绑]/,
  /被.{0,6}(?:打(?![断扰动扫分乱招])|[踢揍掐扇摸])/,
  /脱.{0,2}[衣裤]/,
];
