import { ERROR_SENTENCES } from '../../../domain/errors';
import { CAST, CAST_TERM, CLASSES, STUDENTS } from '../../school/cast';
import { type CallResult, startCloud, type TestCloud } from '../harness/cloud';
import { line, newWriteId, outcome } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const teacher = CAST.homeroomTeacher;
const ask = (path: string, input?: unknown) => ({ path, input });
const me = ask('me.byId');
const everything = () =>
  JSON.stringify(
    (['classLedgers', 'ledgerEntries', 'sealedNotes', 'schools', 'members'] as const).map((name) =>
      world.stored(name),
    ),
  );

describe('an event that no phone sends', () => {
  test.each<[string, unknown]>([
    ['null', null],
    ['a text', 'me.byId'],
    ['a number', 7],
    ['a list', [me]],
    ['nothing', {}],
    ['no calls', { calls: [] }],
    ['calls that are no list', { calls: { 0: me, length: 1 } }],
    ['a call that is null', { calls: [null] }],
    ['a call that is a list', { calls: [['me.byId']] }],
    ['a call without a path', { calls: [{ input: {} }] }],
    ['a path that is an object', { calls: [ask({ $gt: '' } as never)] }],
    ['an endless path', { calls: [ask('a'.repeat(10_000))] }],
    ['a school that is a query', { schoolId: { $ne: null }, calls: [me] }],
  ])('%s is refused in words, with one answer', async (_what, event) => {
    const { results } = await world.send(teacher, event as object);
    expect(results.map(outcome)).toEqual(['badInput']);
    expect((results[0] as { error: { message: string } }).error.message).toMatch(
      /^[“\u4e00-\u9fff]/,
    );
  });

  test('eleven calls are too many, ten are not', async () => {
    const ten = Array.from({ length: 10 }, () => me);
    expect((await world.send(teacher, { calls: ten })).results.map(outcome)).toEqual(
      ten.map(() => 'ok'),
    );
    expect((await world.send(teacher, { calls: [...ten, me] })).results).toEqual([
      { error: { code: 'tooManyCalls', message: ERROR_SENTENCES.tooManyCalls } },
    ]);
  });

  test.each([
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'me',
    'me.',
    'me.byId.',
    'me.__proto__',
    'createCaller',
    '_def',
    '',
  ])('the path %j leads nowhere', async (path) => {
    expect(await world.callMany(teacher, [ask(path)])).toEqual([
      { error: { code: 'unknownProcedure', message: ERROR_SENTENCES.unknownProcedure } },
    ]);
  });

  test('what WeChat or anybody adds to it changes nothing', async () => {
    const plain = await world.send(teacher, { calls: [me] });
    const more = await world.send(teacher, {
      calls: [{ ...me, openid: CAST.principal.openid, ctx: {} }],
      userInfo: { openId: CAST.principal.openid, appId: 'x' },
      openid: CAST.principal.openid,
      member: { postings: [] },
      accessToken: 'local',
    });
    expect(more).toEqual(plain);
  });
});

describe('a batch', () => {
  test('of reads in which one fails answers the others, in the same order', async () => {
    const results = await world.callMany(teacher, [
      me,
      ask('student.byId', { studentId: 'nobody' }),
      ask('nothing.list'),
      ask('classLedger.byId', { classId: CLASSES.seven3 }),
    ]);
    expect(results.map(outcome)).toEqual(['ok', 'notFound', 'unknownProcedure', 'ok']);
  });

  test('with writes keeps their order, and one that fails stops nothing', async () => {
    const { _id } = STUDENTS.menteeIn71;
    const person = CAST.homeroomTeacher71;
    const read = await world.call<{ line: { rev: number } }>(person, 'ledgerEntry.byId', {
      studentId: _id,
    });
    const { rev } = read.line;
    const results = await world.callMany(person, [
      ask('ledgerEntry.revise', line(_id, rev, { study: '一' })),
      ask('ledgerEntry.revise', line(_id, rev, { study: '二' })),
      ask('ledgerEntry.revise', line(_id, rev + 1, { study: '三' })),
      ask('ledgerEntry.byId', { studentId: _id }),
    ]);
    expect(results.map(outcome)).toEqual(['ok', 'stale', 'ok', 'ok']);
    expect(JSON.stringify(results.at(-1))).toContain('三');
  });

  test('reads the caller once, whatever their number', async () => {
    const requestsOf = async (calls: object[]) => {
      const { invocation } = await world.cloud.callFunction('api', { calls }, teacher.openid);
      return Object.values(invocation.requests).reduce((sum, count) => sum + count, 0);
    };
    // One for who is calling, and one for what the calls ask together.
    expect(await requestsOf([me])).toBe(2);
    expect(await requestsOf([me, me, me, me])).toBe(2);
  });
});

describe('operators and patterns in the place of ids', () => {
  const OPERATORS: unknown[] = [
    { $ne: null },
    { $gt: '' },
    { $regex: '.*' },
    { $in: [CLASSES.seven3] },
    { $where: 'true' },
    /.*/,
    { fieldName: '_id', operator: 'neq', operands: [null] },
    { _internalType: 'QUERY_COMMAND', $gt: '' },
    ['2026-1'],
    '.*',
    '$ne',
    true,
    0,
  ];
  test.each<[string, (bad: unknown) => object]>([
    ['student.list', (bad) => ({ classId: bad })],
    ['student.byId', (bad) => ({ studentId: bad })],
    ['classLedger.byId', (bad) => ({ classId: bad })],
    ['classLedger.byId', (bad) => ({ classId: CLASSES.seven3, termId: bad })],
    ['ledgerEntry.byId', (bad) => ({ studentId: bad })],
    ['ledgerRevision.list', (bad) => ({ studentId: STUDENTS.firstChild._id, termId: bad })],
    ['sealedNote.byId', (bad) => ({ noteId: bad, reason: '准备家访' })],
    ['ledgerEntry.revise', (bad) => line(bad as string, 0, {})],
    ['ledgerEntry.revise', (bad) => line('s', 0, {}, bad as string)],
  ])('%s takes none of them', async (path, input) => {
    const before = everything();
    for (const bad of OPERATORS) {
      const [result] = await world.callMany(teacher, [ask(path, input(bad))]);
      expect({ bad, ended: outcome(result as CallResult) }).toEqual({ bad, ended: 'badInput' });
    }
    expect(everything()).toBe(before);
  });

  test('as text they are stored as text and match nothing', async () => {
    const { _id } = STUDENTS.menteeIn73;
    const words = '{"$ne": null} $where db.serverDate() <script>';
    const { line: found } = await world.call<{ line: { rev: number } }>(
      teacher,
      'ledgerEntry.byId',
      { studentId: _id },
    );
    const after = await world.call<{ fields: { study: string } }>(
      teacher,
      'ledgerEntry.revise',
      line(_id, found.rev, { study: words }),
    );
    expect(after.fields.study).toBe(words);
  });
});

describe('keys that every object has', () => {
  test.each(['__proto__', 'constructor', 'toString'])(
    'a category row called %s is stored nowhere',
    async (key) => {
      const before = everything();
      const categories = JSON.parse(`{"${key}": ["${STUDENTS.firstChild._id}"]}`);
      const input = {
        classId: CLASSES.seven4,
        termId: CAST_TERM,
        rev: 99,
        writeId: newWriteId(),
        analysis: '',
        goal: '',
        categories,
      };
      const [result] = await world.callMany(teacher, [ask('classLedger.revise', input)]);
      expect(['badInput', 'notFound']).toContain(outcome(result as CallResult));
      expect(everything()).toBe(before);
    },
  );

  test('a category cannot be made with such a key', async () => {
    const input = {
      rev: 1,
      writeId: newWriteId(),
      categories: [{ key: 'constructor', label: '类别', isSealed: false, isOn: true }],
    };
    const [result] = await world.callMany(CAST.principal, [ask('ledgerCategory.revise', input)]);
    expect(outcome(result as CallResult)).toBe('badInput');
  });

  test('input with __proto__ of its own changes no object', async () => {
    const input = JSON.parse('{"classId": "x", "__proto__": {"isAdmin": true}}');
    await world.callMany(teacher, [ask('student.list', input)]);
    expect(await world.callMany(teacher, [me])).toEqual([{ data: expect.anything() }]);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});

describe('too much of anything', () => {
  test('a huge text is refused by its limit, in words', async () => {
    const input = line(STUDENTS.firstChild._id, 0, { study: '好'.repeat(20_000) });
    const [result] = await world.callMany(teacher, [ask('ledgerEntry.revise', input)]);
    expect(result).toMatchObject({
      error: { code: 'badInput', message: expect.stringContaining('最多 300 字，现在 20000 字') },
    });
  });

  test('input as deep as a well is refused', async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`);
    const [result] = await world.callMany(teacher, [ask('student.list', deep)]);
    expect(outcome(result as CallResult)).toBe('badInput');
  });
});

describe('what nobody foresaw', () => {
  test('answers with the number of the request, and logs where, never what', async () => {
    const own = await startCloud();
    const broken = {
      _id: 'oBroken',
      name: '绝密姓名',
      postings: [{ schoolId: 'broken', role: 'homeroomTeacher', classIds: ['绝密班级'] }],
    };
    const school = { _id: 'broken', name: '坏掉的学校', terms: '绝密内容', ledgerCategories: null };
    own.cloud.database.insertMany('members', [broken]);
    own.cloud.database.insertMany('schools', [school]);
    const { result, invocation } = await own.cloud.callFunction<{ results: CallResult[] }>(
      'api',
      { calls: [ask('today.list')] },
      broken._id,
    );
    await own.stop();
    expect(result.results).toEqual([
      {
        error: {
          code: 'unexpected',
          message: ERROR_SENTENCES.unexpected,
          requestId: invocation.id,
        },
      },
    ]);
    expect(JSON.stringify(result)).not.toMatch(/stack|node_modules|TypeError/);
    const logged = invocation.logs.map(({ text }) => text).join('\n');
    expect(logged).toContain(invocation.id);
    expect(logged).toContain('today.list');
    expect(logged).not.toContain('绝密');
  });
});
