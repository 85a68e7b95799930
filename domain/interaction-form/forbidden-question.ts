/**
 * What a form must not ask. Parents' posts and income may not be collected, and whether a family is
 * complete is never asked of a whole class (rules of 2021 and 2022 on protecting minors at school
 * and on enrolment); what the school knows already is not asked again.
 */
const GROWN_UP = '(?:您|家长|父母|父亲|母亲|爸爸|妈妈|爸妈|监护人|家人|父|母)';
const PARENTS = '(?:父母|爸妈|爸爸妈妈|夫妻)';

const WORK: readonly RegExp[] = [
  /职业(?!理想|梦想|体验|规划|生涯|启蒙|教育|学校)|工作单位|供职/,
  new RegExp(`${GROWN_UP}.{0,6}(?:职务|职位|职称|单位|岗位|行业|任职|就业)`),
  // 工作日 and 上班前 speak of time, which may be asked.
  new RegExp(`${GROWN_UP}.{0,6}工作(?!日|忙|太忙|之余)`),
  new RegExp(`${GROWN_UP}.{0,6}上班(?!前|后|时|期间|路上)`),
  new RegExp(`${GROWN_UP}.{0,4}[做干](?:什么|啥|哪一{0,1}行)(?:工作|行业|生意|的(?!时候|事))`),
];

const MEANS: readonly RegExp[] = [
  /收入|月薪|年薪|工资|经济(?:状况|条件|水平|来源|情况)|存款|房产|有车|有房/,
  /家庭(?:条件|境况|贫困|困难)|家里(?:条件|有钱|困难)|家境|低保|建档立卡/,
];

const FAMILY: readonly RegExp[] = [
  /单亲|离异|离婚|再婚|婚姻|婚否|完整家庭|抚养权|监护权/,
  new RegExp(
    `${PARENTS}(?:是否|是不是|有没有|还|都|现在|目前)*(?:分开|分居|在一起(?=$|吗|住|生活))`,
  ),
  /[与和跟同](?:谁|哪位|什么人|哪些人|哪些家人).{0,4}(?:住|生活)/,
  // 一起生活中最开心的事 asks for joy, not for who lives there.
  /[与和跟同](?:父亲|母亲|爸爸|妈妈|父母).{0,4}(?:同住|居住|一起住|生活(?=$|吗|还是|在一起))/,
];

const FORBIDDEN: readonly { words: readonly RegExp[]; sentence: string }[] = [
  {
    words: WORK,
    sentence: '不能收集家长的职业、职务和工作单位。想了解陪伴时间，可以问“平时几点能陪孩子”。',
  },
  {
    words: MEANS,
    sentence: '不能收集家庭的收入和财产。需要资助的家庭由资助渠道申请，不在表里问。',
  },
  {
    words: FAMILY,
    sentence: '不能在表里问是否单亲、离异等家庭情况。家长愿意告诉老师的，由老师记入保密记录。',
  },
];

/** What a school does with parents is nobody's post: 家长学校, and what one thinks of its work. */
const OF_THE_SCHOOL =
  /家长(?:学校|委员会|会|开放日|志愿者)|对.{1,14}工作的?(?:意见|建议|评价|看法|想法|希望|满意)/g;

const KNOWN =
  /^(?:请(?:填写|写下|填|写))?(?:(?:您|孩子|学生|家长|监护人|父母|爸爸|妈妈|父亲|母亲|导师|班主任|本人|所在|的|和|与|及|以及)*(?:姓名|名字|班级|年级|学号|性别|联系电话|联系方式|电话号码|手机号码|手机号|电话|手机))+(?:是(?:什么|哪个|多少))?$/;

/** Spaces and signs between the letters do not make it another question. */
const plain = (words: string): string => words.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');

/** Why something must not be asked, as a sentence; null for what may be. */
export function forbiddenQuestion(words: string): string | null {
  const asked = plain(words);
  const ofFamily = asked.replace(OF_THE_SCHOOL, '');
  const found = FORBIDDEN.find(({ words: patterns }) =>
    patterns.some((pattern) => pattern.test(ofFamily)),
  );
  if (found) return found.sentence;
  return KNOWN.test(asked) ? '学校已经知道，不用再问。打开表时会自动写上孩子的姓名和班级。' : null;
}
