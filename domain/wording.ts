/**
 * Gentle hints for words that label a child. A hint never blocks saving: the teacher decides.
 * Matching is plain text; a hint says what could be written instead.
 */
const LABELLING: readonly { words: readonly string[]; hint: string }[] = [
  {
    words: ['差生', '后进生', '问题学生', '坏学生'],
    hint: '可以写具体的表现，例如“数学计算常漏步骤”。',
  },
  {
    words: ['笨', '愚钝', '脑子慢', '弱智'],
    hint: '可以写学习中看到的事实，例如“需要看例题两遍”。',
  },
  {
    words: ['懒惰', '很懒', '太懒', '偷懒'],
    hint: '可以写发生了什么、多久一次，例如“本周三次未交作业”。',
  },
  { words: ['没救', '不可救药', '无药可救'], hint: '可以写下一步想试什么办法。' },
  {
    words: ['多动症', '抑郁症', '自闭', '精神病'],
    hint: '诊断由医生作出；请写看到的表现，并告诉心理教师。',
  },
  { words: ['撒谎成性', '小偷', '流氓', '混混'], hint: '可以写这一次发生的事，以及怎样处理的。' },
  {
    words: ['没教养', '家长不负责', '不管孩子'],
    hint: '可以写家校联系的事实，例如“两次电话未接通”。',
  },
];

export interface WordingHint {
  word: string;
  hint: string;
}

/** The labelling words in a text, each once, in the order of the list. */
export function wordingHints(value: string): WordingHint[] {
  const found: WordingHint[] = [];
  for (const { words, hint } of LABELLING) {
    const word = words.find((candidate) => value.includes(candidate));
    if (word) found.push({ word, hint });
  }
  return found;
}
