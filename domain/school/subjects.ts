/** What teachers teach; any other can be typed. */
export const SUBJECTS = [
  ...['语文', '数学', '英语', '物理', '化学', '生物', '道德与法治', '历史', '地理'],
  ...['科学', '体育', '音乐', '美术', '信息科技', '劳动'],
] as const;
