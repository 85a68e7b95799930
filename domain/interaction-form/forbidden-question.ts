/**
 * What a form must not ask. Parents' posts and income may not be collected, and whether a family is
 * complete is never asked of a whole class (rules of 2021 and 2022 on protecting minors at school
 * and on enrolment); what the school knows already is not asked again.
 */
const FORBIDDEN: readonly { words: RegExp; sentence: string }[] = [
  {
    words:
      /(家长|父母|父亲|母亲|爸爸|妈妈|监护人|父|母).{0,6}(职业|职务|职位|职称|单位|岗位|行业|工作|上班)|工作单位|供职/,
    sentence: '不能收集家长的职业、职务和工作单位。想了解陪伴时间，可以问“平时几点能陪孩子”。',
  },
  {
    words: /收入|月薪|年薪|工资|经济(状况|条件|水平|来源)|存款|房产|有车/,
    sentence: '不能收集家庭的收入和财产。需要资助的家庭由资助渠道申请，不在表里问。',
  },
  {
    words:
      /单亲|离异|离婚|再婚|婚姻|婚否|完整家庭|(与|和)(父亲|母亲|爸爸|妈妈|父母).{0,4}(同住|居住|生活)/,
    sentence: '不能在表里问是否单亲、离异等家庭情况。家长愿意告诉老师的，由老师记入保密记录。',
  },
];

const KNOWN = /^(学生|孩子)?(的)?(姓名|名字|班级|性别|导师姓名|班主任姓名)(是(什么|哪个)?)?$/;

/** Spaces and signs between the letters do not make it another question. */
const plain = (words: string): string => words.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');

/** Why something must not be asked, as a sentence; null for what may be. */
export function forbiddenQuestion(words: string): string | null {
  const asked = plain(words);
  const found = FORBIDDEN.find(({ words: pattern }) => pattern.test(asked));
  if (found) return found.sentence;
  return KNOWN.test(asked) ? '学校已经知道，不用再问。打开表时会自动写上孩子的姓名和班级。' : null;
}
