import type { Audit } from '../../cloudfunctions/kernel/audit';
import { whyAllowed } from '../../domain/access/can';
import { type Action, PERMISSIONS } from '../../domain/access/permissions';
import { ledgerIdOf } from '../../domain/class-ledger/class-ledger.schema';
import { ERROR_SENTENCES } from '../../domain/errors';
import { CAST, CAST_TERM, CLASSES, castMembers, divisionIdOf, SCHOOL_ID } from '../school/cast';
import { startCloud, type TestCloud } from './harness/cloud';

type Reply = { data: { fileId: string; name: string } } | { error: { code: string } };

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const LEDGER = { classId: CLASSES.seven3, termId: CAST_TERM, format: 'xlsx' };
const SUBJECT = { schoolId: SCHOOL_ID, divisionId: divisionIdOf(7), classId: CLASSES.seven3 };
const EXPORT: Action = 'classLedger.export';

const make = async (openid: string, input: unknown = LEDGER, kind = 'classLedger') =>
  (await world.cloud.callFunction<Reply>('documents', { kind, input }, openid)).result;
const exports = () => world.stored<Audit>('audits').filter(({ action }) => action === EXPORT);
const REFUSED = { error: { code: 'notFound', message: ERROR_SENTENCES.notFound } };

describe('a ledger as a file', () => {
  test.each(castMembers())('$name gets it if the table says so', async (member) => {
    const reply = await make(member._id);
    if (!whyAllowed(member, EXPORT, SUBJECT)) return expect(reply).toEqual(REFUSED);
    expect(reply).toMatchObject({ data: { name: '七年级(3)班学情台账.xlsx' } });
  });

  test('every export is audited with who and as what, and a refusal is none', () => {
    const granted = castMembers().filter((member) => whyAllowed(member, EXPORT, SUBJECT));
    expect(granted.length).toBe(Object.keys(PERMISSIONS[EXPORT].allow).length);
    expect(
      exports()
        .map(({ by }) => by)
        .sort(),
    ).toEqual(granted.map(({ _id }) => _id).sort());
    expect(exports()[0]).toMatchObject({ documentId: ledgerIdOf(CAST_TERM, CLASSES.seven3) });
  });

  test('two exports never share an address that could be guessed', async () => {
    const replies = [await make(CAST.principal.openid), await make(CAST.principal.openid)];
    const ids = replies.map((reply) => ('data' in reply ? reply.data.fileId : ''));
    expect(ids[0]).toMatch(/\/[0-9a-f-]{36}\//);
    expect(ids[0]).not.toBe(ids[1]);
  });

  test('a class that does not exist answers as one out of reach', async () => {
    expect(await make(CAST.principal.openid, { ...LEDGER, classId: 'nowhere' })).toEqual(REFUSED);
    expect(await make(CAST.principal.openid, { ...LEDGER, classId: CLASSES.elsewhere })).toEqual(
      REFUSED,
    );
  });
});

test('a stranger gets nothing', async () => {
  expect(await make(CAST.stranger.openid)).toMatchObject({ error: { code: 'notMember' } });
});

test.each(['constructor', '__proto__', 'unknown'])('the kind %s is none', async (kind) => {
  expect(await make(CAST.principal.openid, LEDGER, kind)).toMatchObject({
    error: { code: 'unknownProcedure' },
  });
});

test.each([[null], [{}], [{ ...LEDGER, classId: { $ne: null } }], [{ ...LEDGER, format: 'exe' }]])(
  'the input %j is refused in words',
  async (input) => {
    expect(await make(CAST.principal.openid, input)).toMatchObject({
      error: { code: 'badInput', message: expect.stringMatching(/[\u4e00-\u9fff]/) },
    });
  },
);
