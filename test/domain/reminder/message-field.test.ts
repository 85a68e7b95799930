import { formatField } from '../../../domain/reminder/message-field';
import { DEFAULT_TEMPLATES, templatesFrom } from '../../../domain/reminder/templates';
import { isFieldValue } from '../../../local-cloud/openapi/field-rules';

const noon = new Date('2026-10-29T16:10:00+08:00');

describe('a field of a message', () => {
  test.each([
    ['thing1', '每日错题本', '每日错题本'],
    [
      'thing1',
      '一二三四五六七八九十一二三四五六七八九十',
      '一二三四五六七八九十一二三四五六七八九十',
    ],
    [
      'thing1',
      '一二三四五六七八九十一二三四五六七八九十一',
      '一二三四五六七八九十一二三四五六七八九…',
    ],
    ['thing1', '运动会🏃‍♀️\n家长开放日👨‍👩‍👧', '运动会 家长开放日'],
    // Characters outside the basic plane count as one.
    ['thing1', '𠮷'.repeat(21), `${'𠮷'.repeat(19)}…`],
    ['thing1', ' \t\n ', '无'],
    ['number2', 3, '3'],
    ['number2', '共 12.5 件', '12.5'],
    ['number2', '', '0'],
    ['letter3', '七(3)班 A组', 'A'],
    ['letter3', '组', 'NA'],
    ['symbol4', '好！？', '！？'],
    ['symbol4', '好', '-'],
    ['character_string5', '编号 A-12', 'A-12'],
    ['character_string5', '编号', '-'],
    ['time6', noon, '2026年10月29日 16:10'],
    ['time6', '16:10', '16:10'],
    ['date7', noon, '2026年10月29日'],
    ['date7', '2026-11-02', '2026年11月2日'],
    ['amount8', 12.5, '12.5元'],
    ['amount8', '', '0元'],
    ['phone_number9', '电话 0532-8888 8888', '0532-8888 8888'],
    ['phone_number9', '无', '-'],
    ['car_number10', '鲁B·12345', '鲁B12345'],
    ['car_number10', '', '暂无'],
    ['name11', '欧阳小明老师的名字很长很长', '欧阳小明老师的名字…'],
    ['name11', 'Alexandra Christina Maria', 'Alexandra Christina…'],
    ['name11', '', '无'],
    ['phrase12', '等您填写表格', '等您填写表'],
    ['phrase12', '第3次', '第次'],
    ['phrase12', 'ok', '暂无'],
  ])('%s of %j reads %j', (key, value, said) => {
    expect(formatField(key, value)).toBe(said);
    expect(isFieldValue(key, said)).toBe(true);
  });

  test('is accepted by WeChat’s rules whatever goes in', () => {
    const nasty = ['', ' ', '\u0000', '🇨🇳', '1️⃣', 'a'.repeat(99), '汉'.repeat(99), '9'.repeat(99)];
    const types = ['thing', 'number', 'letter', 'symbol', 'character_string', 'amount'];
    const others = ['phone_number', 'car_number', 'name', 'phrase'];
    for (const type of [...types, ...others]) {
      for (const value of nasty) {
        const said = formatField(`${type}1`, value);
        expect({ type, value, isTaken: isFieldValue(`${type}1`, said) }).toEqual({
          ...{ type, value },
          isTaken: true,
        });
      }
    }
  });

  test('of a type that there is not is a fault of the configuration', () => {
    expect(() => formatField('song1', '歌')).toThrow('song1');
  });
});

describe('the templates of a deployment', () => {
  test('are those of this machine when none are named', () => {
    expect(templatesFrom(undefined)).toBe(DEFAULT_TEMPLATES);
  });

  test('take the account’s own ids and keys, and leave what is not named', () => {
    const own = templatesFrom('{"meeting":{"id":"aB3_real-template","keys":{"what":"thing9"}}}');
    expect(own.meeting).toMatchObject({
      id: 'aB3_real-template',
      keys: { what: 'thing9', at: 'time2' },
    });
    expect(own.form).toEqual(DEFAULT_TEMPLATES.form);
  });

  test.each([
    ['{"meeting":{"id":"aB3_real-template","keys":{"color":"thing9"}}}', 'color'],
    ['{"party":{"id":"aB3_real-template"}}', 'party'],
    ['{"meeting":{"id":"短"}}', 'id'],
  ])('%s is refused at once', (text, named) => {
    expect(() => templatesFrom(text)).toThrow(named);
  });
});
