import type { Audit } from '../../../cloudfunctions/kernel/audit';
import {
  readMany,
  readOne,
  scopeCondition,
  writeOne,
} from '../../../cloudfunctions/kernel/database';
import { scopeFilter, whyAllowed } from '../../../domain/access/can';
import { type Action, PERMISSIONS } from '../../../domain/access/permissions';
import type { Member } from '../../../domain/access/roles';
import type { Subject, SubjectField } from '../../../domain/access/scopes';
import type { LedgerEntry } from '../../../domain/class-ledger/class-ledger.schema';
import { instanceEnvironment } from '../../../local-cloud/functions/environment';
import {
  CAST,
  CAST_TERM,
  CLASSES,
  castMembers,
  OTHER_SCHOOL_ID,
  SCHOOL_ID,
  STUDENTS,
} from '../../school/cast';
import { type CallResult, startCloud, type TestCloud } from '../harness/cloud';
import { line, outcome } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
  // This process speaks to the cloud as an instance of a function does.
  const { url, env } = world.cloud;
  const adminUrl = `${url}/admin`;
  Object.assign(process.env, instanceEnvironment({ adminUrl, env, variables: {} }));
});
afterAll(() => world.stop());

/** A stored document of any collection, as far as scopes look at it. */
interface Reached {
  _id: string;
  schoolId: string;
  divisionId?: string;
  classId?: string;
  studentId?: string;
}

/** Which collections keep which id in their `_id`. */
const COLLECTIONS = [
  ['students', { studentId: '_id' }],
  ['classes', { classId: '_id' }],
  ['classLedgers', {}],
  ['ledgerEntries', {}],
  ['sealedNotes', {}],
] as const satisfies [string, Partial<Record<SubjectField, string>>][];

function subjectOf(document: Reached, rename: Partial<Record<SubjectField, string>>): Subject {
  const value = (field: 'divisionId' | 'classId' | 'studentId') =>
    rename[field] ? document._id : (document[field] ?? undefined);
  return {
    schoolId: document.schoolId,
    divisionId: value('divisionId'),
    classId: value('classId'),
    studentId: value('studentId'),
  };
}

const ACTIONS = Object.keys(PERMISSIONS) as Action[];
const ALL = 1000;

describe('a scope as a query of the real database', () => {
  test.each(COLLECTIONS)(
    'selects of %s exactly what the predicate allows',
    async (name, rename) => {
      const documents = world.stored<Reached>(name);
      const asked = new Map<string, Promise<string[]>>();
      const idsBy = (schoolId: string, member: Member, action: Action) => {
        const filter = scopeFilter(member, action, schoolId);
        const key = JSON.stringify([schoolId, filter]);
        const where = scopeCondition(schoolId, filter, rename);
        const query = async () =>
          where ? (await readMany<Reached>(name, { where, limit: ALL })).map(({ _id }) => _id) : [];
        if (!asked.has(key)) asked.set(key, query());
        return asked.get(key);
      };
      for (const member of castMembers()) {
        for (const action of ACTIONS) {
          for (const schoolId of [SCHOOL_ID, OTHER_SCHOOL_ID]) {
            const allowed = documents
              .filter((document) => document.schoolId === schoolId)
              .filter((document) => whyAllowed(member, action, subjectOf(document, rename)))
              .map(({ _id }) => _id);
            const selected = await idsBy(schoolId, member, action);
            expect({ by: member.name, action, ids: selected?.sort() }).toEqual({
              by: member.name,
              action,
              ids: allowed.sort(),
            });
          }
        }
      }
      expect(asked.size).toBeGreaterThan(10);
    },
  );
});

describe('taking a posting away', () => {
  const read = () =>
    world.callMany(CAST.subjectTeacher, [
      { path: 'classLedger.byId', input: { classId: CLASSES.seven3 } },
      { path: 'classLedger.byId', input: { classId: CLASSES.seven4 } },
    ]);

  test('takes effect at the next call', async () => {
    expect((await read()).map(outcome)).toEqual(['ok', 'ok']);
    const member = (await readOne<Member>('members', CAST.subjectTeacher.openid)) as Member;
    const [posting] = member.postings;
    if (!posting) throw new Error('the cast has changed');
    await writeOne('members', {
      ...member,
      postings: [{ ...posting, classIds: [CLASSES.seven4] }],
    });
    expect((await read()).map(outcome)).toEqual(['notFound', 'ok']);
    await writeOne('members', { ...member, postings: [] });
    expect((await read()).map(outcome)).toEqual(['notMember', 'notMember']);
    await writeOne('members', member);
    expect((await read()).map(outcome)).toEqual(['ok', 'ok']);
  });
});

describe('a teacher of two schools', () => {
  const teacher = { openid: 'oBoth' };
  const elsewhere = line(STUDENTS.elsewhere._id, 1, { study: '两校' });
  beforeAll(() =>
    writeOne('members', {
      _id: teacher.openid,
      name: '两校教师',
      postings: [
        { schoolId: SCHOOL_ID, role: 'homeroomTeacher', classIds: [CLASSES.seven3] },
        { schoolId: OTHER_SCHOOL_ID, role: 'homeroomTeacher', classIds: [CLASSES.elsewhere] },
      ],
    }),
  );
  const inSchool = async (schoolId: string | undefined, path: string, input: object) => {
    const { results } = await world.send(teacher, {
      ...(schoolId && { schoolId }),
      calls: [{ path, input }],
    });
    return outcome(results[0] as CallResult);
  };

  test('acts in one school at a time: the first, or the one that is asked for', async () => {
    const read = { classId: CLASSES.seven3 };
    expect(await inSchool(undefined, 'classLedger.byId', read)).toBe('ok');
    expect(await inSchool(SCHOOL_ID, 'classLedger.byId', read)).toBe('ok');
    expect(await inSchool(OTHER_SCHOOL_ID, 'classLedger.byId', read)).toBe('notFound');
  });

  test('writes nothing of one school into the other', async () => {
    expect(await inSchool(SCHOOL_ID, 'ledgerEntry.revise', elsewhere)).toBe('notFound');
    expect(await inSchool(OTHER_SCHOOL_ID, 'ledgerEntry.revise', elsewhere)).toBe('ok');
    const entry = world
      .stored<LedgerEntry>('ledgerEntries')
      .find(({ _id }) => _id === `${CAST_TERM}~${STUDENTS.elsewhere._id}`);
    expect(entry?.schoolId).toBe(OTHER_SCHOOL_ID);
    const audits = world.stored<Audit>('audits').filter(({ by }) => by === teacher.openid);
    expect(audits.map(({ schoolId }) => schoolId)).toEqual([OTHER_SCHOOL_ID]);
  });

  test('a school one does not belong to is none', async () => {
    expect(await inSchool('nowhere', 'me.byId', {})).toBe('notMember');
  });
});
