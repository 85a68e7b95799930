import { isFieldValue } from '../../../local-cloud/openapi/field-rules';

const twenty = '一'.repeat(20);

it.each([
  ['thing1', twenty, `${twenty}一`],
  ['thing1', '会议 A-3(上)', ' '],
  ['number2', '12.5', '12人'],
  ['letter3', 'abcXYZ', 'abc1'],
  ['symbol4', '!?#', '!a'],
  ['character_string5', 'A-1024#', '编号1'],
  ['time6', '15:01', '三点'],
  ['time6', '2026年11月22日 15:01', '2026年11月22日'],
  ['time6', '15:01~16:30', '15:99'],
  ['date7', '2026年11月22日', '下周三'],
  ['date7', '2026-11-22 08:00', '2026-11-22T08:00'],
  ['date7', '2026/11/22~2026/11/25', '11'],
  ['amount8', '¥100.50', '一百元'],
  ['amount8', '100元', '12345678901'],
  ['phone_number9', '+86-138000', '138-0013-8000-12345'],
  ['car_number10', '粤A8Z888挂', '粤A8Z8888挂子'],
  ['name11', '一二三四五六七八九十', '一二三四五六七八九十一'],
  ['name11', "Anne O'Neil", 'A'.repeat(21)],
  ['phrase12', '已完成', '完成1'],
  ['phrase12', '一二三四五', '一二三四五六'],
])('accepts in %s "%s" and refuses "%s"', (key, good, bad) => {
  expect([isFieldValue(key, good), isFieldValue(key, bad)]).toEqual([true, false]);
});

it('accepts in an enum only the values of the template', () => {
  expect(isFieldValue('enum1', '男', ['男', '女'])).toBe(true);
  expect(isFieldValue('enum1', '无', ['男', '女'])).toBe(false);
});

it.each(['', '两\n行', '制表\t', undefined, null, { nested: true }])(
  'never accepts %p',
  (value) => {
    expect(isFieldValue('thing1', value)).toBe(false);
  },
);
