import { id, idList, requiredText, revision, text, writeId, z } from '../../domain/schema';
import { sentences } from './sentences';

const said = (schema: z.ZodMiniType, value: unknown) => sentences(schema, { it: value });
const of = (it: z.ZodMiniType) => z.strictObject({ it });

describe('free text', () => {
  const note = of(text('优点', 5));

  test('it is stored without the spaces around it', () => {
    expect(z.parse(text('优点', 5), '  热心 \n')).toBe('热心');
  });

  test('the limit counts what is left after trimming', () => {
    expect(said(note, '  一二三四五  ')).toEqual({});
  });

  test('too long says how long it may be and how long it is', () => {
    expect(said(note, '一二三四五六')).toEqual({
      it: '“优点”最多 5 字，现在 6 字，请精简后再保存。',
    });
  });

  test.each([[1], [null], [undefined], [{}], [['热心']], [true]])('%p is not text', (value) => {
    expect(said(note, value)).toEqual({ it: '“优点”应当是文字。' });
  });

  test('lines and tabs may stand in it', () => {
    expect(said(of(text('优点', 20)), '第一行\n第二行\t好')).toEqual({});
  });

  test.each(['\u0000', '\u0008', '\u000b', '\u001f', '\u007f', '\u2028', '\u2029'])(
    'the invisible character %j is refused',
    (character) => {
      expect(said(note, `热${character}心`)).toEqual({
        it: '“优点”里有无法显示的字符，请删去后再保存。',
      });
    },
  );

  test('required text must hold more than spaces', () => {
    expect(said(of(requiredText('打开的理由', 60)), '   ')).toEqual({ it: '请填写“打开的理由”。' });
  });
});

describe('ids', () => {
  const student = of(id('学生'));
  const refusal = { it: '“学生”不对，请返回上一页再进来。' };

  test('letters, digits and the joints of composed ids are an id', () => {
    expect(said(student, '2026-1~school_a-c3-s07')).toEqual({});
    expect(said(student, 'a'.repeat(80))).toEqual({});
  });

  test.each(['', 'a b', 'a/b', 'a.b', '$where', '学生', 'a\n', 'a'.repeat(81)])(
    '%j is not an id',
    (value) => {
      expect(said(student, value)).toEqual(refusal);
    },
  );

  // Ids become keys of category rows; a plain object already has these.
  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    '%s, which every object inherits, is not an id',
    (value) => {
      expect(said(student, value)).toEqual(refusal);
    },
  );

  test.each([[undefined], [null], [{ $ne: null }], [['a']], [7], [/.*/]])(
    '%p in the place of an id is refused',
    (value) => {
      expect(said(student, value)).toEqual({ it: '“学生”缺失，请返回上一页再进来。' });
    },
  );
});

describe('lists of ids', () => {
  const members = of(idList('学生', 3));

  test('they hold distinct ids up to a limit', () => {
    expect(said(members, ['a', 'b', 'c'])).toEqual({});
    expect(said(members, ['a', 'b', 'c', 'd'])).toEqual({ it: '“学生”最多 3 人。' });
    expect(said(members, ['a', 'b', 'a'])).toEqual({
      it: '“学生”里有人重复了，请去掉重复的。',
    });
  });

  test('a wrong id in them is named by its place', () => {
    expect(said(members, ['a', { $gt: '' }])).toEqual({
      'it.1': '“学生”缺失，请返回上一页再进来。',
    });
  });

  test('something else is not a list', () => {
    expect(said(members, 'a')).toEqual({ it: '“学生”应当是一组人。' });
    expect(said(members, { 0: 'a', length: 1 })).toEqual({ it: '“学生”应当是一组人。' });
  });
});

describe('revisions and write ids', () => {
  test('a revision is a whole number from 0', () => {
    expect(said(of(revision()), 0)).toEqual({});
    expect(said(of(revision()), -1)).toEqual({ it: '版本号不对，请刷新后再试。' });
    for (const value of [1.5, '1', null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(said(of(revision()), value)).toEqual({ it: '缺少版本号，请刷新后再试。' });
    }
  });

  test('a write id is 16 to 40 letters and digits, as the phone makes them', () => {
    expect(said(of(writeId()), 'a1B2c3D4e5F6g7H8')).toEqual({});
    for (const value of ['short', 'a'.repeat(41), 'a1B2c3D4e5F6g7H~', '']) {
      expect(said(of(writeId()), value)).toEqual({ it: '提交编号不对，请更新小程序后再试。' });
    }
    expect(said(of(writeId()), undefined)).toEqual({ it: '缺少提交编号，请更新小程序后再试。' });
  });
});

describe('what no schema foresaw', () => {
  test('an unknown field is named, so that nothing is dropped in silence', () => {
    expect(sentences(of(text('优点', 5)), { it: '', _openid: 'x', extra: 1 })).toEqual({
      '': '多出了不认识的内容：_openid、extra。请更新小程序后再试。',
    });
  });

  test.each([[null], [undefined], [7], ['text'], [[]]])('%p is no input', (value) => {
    expect(sentences(of(text('优点', 5)), value)).toEqual({
      '': '填写的内容格式不对，请检查后再提交。',
    });
  });
});
