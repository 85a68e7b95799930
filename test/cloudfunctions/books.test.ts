import type { Audit } from '../../cloudfunctions/kernel/audit';
import { scopeFilter, whyAllowed } from '../../domain/access/can';
import type { Member } from '../../domain/access/roles';
import { BOOK_NAMES, BOOKS, type BookFormat, type BookName } from '../../domain/book/book.schema';
import type { MadeFile } from '../../domain/book/made-file.schema';
import type { School } from '../../domain/school/school.schema';
import {
  CAST,
  CAST_TERM,
  type CastName,
  CLASSES,
  castMembers,
  divisionIdOf,
  SCHOOL_ID,
  STUDENTS,
} from '../school/cast';
import { meetingIdOf } from '../school/consultations';
import { SEALED_MARK } from '../school/lines';
import { BOOK_INPUTS } from './book-inputs';
import { startCloud, type TestCloud } from './harness/cloud';
import { partsOfDocx, wordsOfDocx, wordsOfPdf, wordsOfXlsx, workbookOf } from './harness/read-book';
import { fileExists } from './harness/storage';

type Reply = { data: { fileId: string; name: string; url: string } } | { error: { code: string } };

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const IN_CLASS = { schoolId: SCHOOL_ID, divisionId: divisionIdOf(7), classId: CLASSES.seven3 };

/** Whether the table lets somebody have this book. */
function mayHave(member: Member, name: BookName): boolean {
  const { action, of } = BOOKS[name];
  if (name === 'mentorNotes' || name === 'checkList') {
    const reach = scopeFilter(member, action, SCHOOL_ID);
    return reach === 'everything' || reach.length > 0;
  }
  if (of === 'plan') {
    const division = { schoolId: SCHOOL_ID, divisionId: divisionIdOf(7) };
    return whyAllowed(member, action, division) !== null;
  }
  const subject = of === 'month' || of === 'summary' ? { schoolId: SCHOOL_ID } : IN_CLASS;
  const studentId = of === 'student' ? STUDENTS.firstChild._id : undefined;
  return whyAllowed(member, action, { ...subject, studentId }) !== null;
}

const ask = async (openid: string, name: BookName, format: BookFormat, input = BOOK_INPUTS[name]) =>
  (
    await world.cloud.callFunction<Reply>(
      'documents',
      { kind: name, input: { ...input, format } },
      openid,
    )
  ).result;

async function download(reply: Reply): Promise<Uint8Array> {
  if ('error' in reply) throw new Error(reply.error.code);
  return new Uint8Array(await (await fetch(reply.data.url)).arrayBuffer());
}

const print = async (who: CastName, name: BookName, format: BookFormat) =>
  download(await ask(CAST[who].openid, name, format));

describe.each(BOOK_NAMES)('the book %s', (name) => {
  test('is made for whom the table names, says nothing sealed, and is audited', async () => {
    const { action } = BOOKS[name];
    const audits = () => world.stored<Audit>('audits').filter((audit) => audit.action === action);
    const before = audits().length;
    let printed = 0;
    // Who is of another school prints its books, not these.
    const here = castMembers().filter(({ postings }) =>
      postings.some(({ schoolId }) => schoolId === SCHOOL_ID),
    );
    for (const member of here) {
      const reply = await ask(member._id, name, 'docx');
      if (!mayHave(member, name)) {
        expect(reply).toMatchObject({ error: { code: 'notFound' } });
        continue;
      }
      printed += 1;
      const words = wordsOfDocx(await download(reply));
      expect(words).toContain('青禾实验学校');
      expect(words).not.toContain(SEALED_MARK);
    }
    expect(printed).toBeGreaterThan(0);
    expect(audits().length - before).toBe(printed);
  });

  test('is refused for a class, meeting, student or term that does not exist', async () => {
    const nowhere = Object.fromEntries(
      Object.keys(BOOK_INPUTS[name]).map((key) => [key, 'nowhere']),
    );
    const keep = {
      ...(name === 'monthlyReport' && { month: '2026-10', level: 'class' }),
      ...(name === 'termPlan' && { level: 'class' }),
    };
    for (const { openid } of [CAST.principal, CAST.mentor, CAST.guardianOfTwo]) {
      const reply = await ask(openid, name, 'docx', { ...nowhere, ...keep });
      expect(reply).toMatchObject({ error: { code: 'notFound' } });
    }
  });
});

describe('Word', () => {
  test('is A4 with margins, 宋体, page numbers, and headings that repeat on every page', async () => {
    const parts = partsOfDocx(await print('homeroomTeacher', 'classLedger', 'docx'));
    const body = parts['word/document.xml'] ?? '';
    expect(body).toMatch(/<w:pgSz [^>]*w:w="11906" w:h="16838"/);
    expect(body).toMatch(/<w:pgSz [^>]*w:w="16838" w:h="11906" w:orient="landscape"/);
    expect(body).toContain('<w:tblHeader/>');
    expect(body).toContain('<w:cantSplit/>');
    expect(parts['word/styles.xml']).toContain('宋体');
    expect(Object.values(parts).join('')).toContain('NUMPAGES');
  });
});

describe('Excel', () => {
  test('prints on A4 with the headings on every page, and nothing in it can calculate', async () => {
    await world.patch('ledgerEntries', `${CAST_TERM}~${STUDENTS.otherChild._id}`, {
      strengths: '=1+1',
    });
    const workbook = await workbookOf(await print('homeroomTeacher', 'classLedger', 'xlsx'));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['班级', '学生']);
    const students = workbook.getWorksheet('学生');
    expect(students?.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape' });
    expect(students?.pageSetup.printTitlesRow).toBe('3:3');
    const words = await wordsOfXlsx(await print('homeroomTeacher', 'classLedger', 'xlsx'));
    expect(words).toContain('3:=1+1');
    expect(words).not.toMatch(/^6:/m);
  });
});

describe('PDF', () => {
  test('brings its letters along, can be searched, and stays small', async () => {
    const file = await print('homeroomTeacher', 'classLedger', 'pdf');
    const words = wordsOfPdf(file);
    for (const said of ['全班总体', '本学期', '王晓岚', STUDENTS.firstChild.name, '另有密封记录']) {
      expect(words).toContain(said);
    }
    expect(words).not.toContain(SEALED_MARK);
    expect(file.length).toBeLessThan(600_000);
  });
});

describe('S4-235 the ledger of a class', () => {
  test('has the head and the rows of the source, and a line a student', async () => {
    const words = wordsOfDocx(await print('homeroomTeacher', 'classLedger', 'docx'));
    const inOrder = [
      '班主任',
      '男生',
      '女生',
      '全班总体',
      '本学期',
      '学习困难学生',
      '优点',
      '家庭情况',
    ];
    const places = inOrder.map((one) => words.indexOf(one));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('names nobody in a row that is sealed', async () => {
    const { ledgerCategories } = world
      .stored<School>('schools')
      .find(({ _id }) => _id === SCHOOL_ID) as School;
    const sealed = ledgerCategories.filter(({ isOn, isSealed }) => isOn && isSealed);
    const words = wordsOfDocx(await print('principal', 'classLedger', 'docx'));
    for (const { label } of sealed) {
      expect(words.slice(words.indexOf(label)).split('\n')[1]).toMatch(/^(另有密封记录)?$/);
    }
  });
});

describe('S4-233 the record book', () => {
  test('is one book of twenty pages for a term, with the plan printed in it', async () => {
    const of = { level: 'class', placeId: CLASSES.seven3, termId: CAST_TERM };
    await world.call(CAST.homeroomTeacher, 'termPlan.revise', {
      ...of,
      ...{ rev: 0, writeId: 'planOfTheBook00001' },
      ...{ goals: '每名学生都有人说得出他的进步', measures: '每周看三名学生' },
      rows: [{ when: '第9周', what: '班级学情会商例会' }],
    });
    const words = wordsOfDocx(await print('homeroomTeacher', 'consultationBook', 'docx'));
    expect(words).toContain('每名学生都有人说得出他的进步');
    expect(words.match(/^学情会商记录$/gm)).toHaveLength(20);
    // What was held stands in it; the meeting that is still to come does not.
    expect(words).toContain('大家交流了一周的情况');
    expect(words).not.toContain('期中前的作业安排');
  });

  test('holds the whole term: eighty 碰头会 on a list, and a page for each meeting behind them', async () => {
    const huddle = (place: number) => {
      const consultationId = `huddle${String(place).padStart(14, '0')}`;
      const line = `碰头第 ${place + 1} 次`;
      return {
        path: 'consultation.record',
        input: { consultationId, writeId: `${consultationId}w`, classId: CLASSES.seven3, line },
      };
    };
    for (let from = 0; from < 80; from += 10) {
      const calls = Array.from({ length: 10 }, (_, place) => huddle(from + place));
      await world.callMany(CAST.homeroomTeacher, calls);
    }
    // One that was held after all of them.
    await world.patch('consultations', meetingIdOf(CLASSES.seven3, 'waiting'), {
      ...{ on: '2026-11-07', minutes: '期中以后的第一次会。' },
    });
    const words = wordsOfDocx(await print('homeroomTeacher', 'consultationBook', 'docx'));
    expect(words).toContain('期中以后的第一次会。');
    expect(words.match(/^学情会商记录$/gm)).toHaveLength(20);
    expect(words.match(/^碰头第 \d+ 次$/gm)).toHaveLength(80);
  });
});

describe('S4-205 the plan of a term', () => {
  test.each([
    ['division', divisionIdOf(7), 'divisionHead', '七年级'],
    ['school', SCHOOL_ID, 'academicAffairsOffice', '全校'],
  ] as const)('of a %s is printed as it stands', async (level, placeId, who, label) => {
    const of = { level, placeId, termId: CAST_TERM };
    await world.call(CAST[who], 'termPlan.revise', {
      ...{ ...of, rev: 0, writeId: `planOf${level}00000001` },
      ...{ goals: `${label}的目标`, measures: '每月看一次' },
      rows: [{ when: '第10周', what: '学情会商大会' }],
    });
    const file = await download(await ask(CAST[who].openid, 'termPlan', 'docx', of));
    const words = wordsOfDocx(file);
    for (const said of [`青禾实验学校　${label}`, `${label}的目标`, '第10周', '学情会商大会']) {
      expect(words).toContain(said);
    }
    const listed = await world.call<{ places: { placeId: string; books: string[] }[] }>(
      CAST[who],
      'book.list',
    );
    expect(listed.places.find((place) => place.placeId === placeId)?.books).toContain('termPlan');
  });
});

describe('minutes', () => {
  test('S4-177 say who came, what was decided, who signed, and leave room to sign', async () => {
    const words = wordsOfDocx(await print('homeroomTeacher', 'minutes', 'docx'));
    for (const said of ['应到', '任课教师：', '决议', '记得清楚，请继续看作业量。', '主持人：']) {
      expect(words).toContain(said);
    }
  });

  test('of another class are as absent as none', async () => {
    const input = { consultationId: meetingIdOf(CLASSES.seven1, 'signed') };
    const reply = await ask(CAST.homeroomTeacher.openid, 'minutes', 'docx', input);
    expect(reply).toMatchObject({ error: { code: 'notFound' } });
  });
});

test('S4-259 a mentor’s notes hold the own talks, and no colleague’s', async () => {
  const own = world.stored<{ createdBy: string; said: string }>('talks');
  const words = wordsOfDocx(await print('mentor', 'mentorNotes', 'docx'));
  const mine = own.filter(({ createdBy, said }) => createdBy === CAST.mentor.openid && said !== '');
  expect(mine.some(({ said }) => words.includes(said))).toBe(true);
  expect(words).not.toContain(STUDENTS.otherChild.name);
});

test('a made book is deleted from storage after three days', async () => {
  const reply = await ask(CAST.homeroomTeacher.openid, 'minutes', 'xlsx');
  const fileId = 'data' in reply ? reply.data.fileId : '';
  expect(await fileExists(world, fileId)).toBe(true);
  await world.clock.set(Date.parse('2026-11-02T05:00:00+08:00'));
  const outcome = await world.cloud.timer.fire('timer');
  if (!outcome.ok) throw new Error(outcome.failure.errMsg);
  expect(await fileExists(world, fileId)).toBe(false);
  const kept = world.stored<MadeFile>('madeFiles').find((file) => file.fileId === fileId);
  expect(kept).toBeUndefined();
});
