import { callTRPCProcedure } from '@trpc/server';
import { procedure, router } from '../../../cloudfunctions/api/procedure';
import { presentError } from '../../../cloudfunctions/kernel/present-error';
import { z } from '../../../domain/schema';
import { CAST, CLASSES, castMembers, divisionIdOf } from '../../school/cast';
import { makeSchool } from '../../school/make-school';

const [school = null] = makeSchool().collections.schools;
const seven3 = {
  schoolId: school?._id ?? '',
  divisionId: divisionIdOf(7),
  classId: CLASSES.seven3,
};
let inputsRead = 0;

const endpoints = router({
  forgetful: procedure('classLedger.read').query(() => 'everything'),
  asksForAnother: procedure('classLedger.read').query(({ ctx }) => {
    ctx.access.may('classLedger.read', seven3);
    return 'everything';
  }),
  careful: procedure('classLedger.read')
    .input(z.object({ note: z.string() }))
    .query(({ ctx, input }) => {
      ctx.access.authorize(seven3);
      return input.note;
    }),
  lists: procedure('classLedger.read').query(({ ctx }) => ctx.access.filter()),
});

const ask = (path: string, openid: string) =>
  callTRPCProcedure({
    router: endpoints,
    path,
    type: 'query',
    ctx: {
      requestId: 'r',
      now: new Date(0),
      today: '2026-10-29',
      openid,
      member: castMembers().find(({ _id }) => _id === openid) ?? null,
      school,
    },
    getRawInput: async () => {
      inputsRead += 1;
      return { note: '好' };
    },
    signal: undefined,
    batchIndex: 0,
  });
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error: unknown) => presentError(error, 'r', 'test').code,
  );

beforeEach(() => {
  inputsRead = 0;
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

const teacher = CAST.homeroomTeacher.openid;

describe('an endpoint', () => {
  test('that asks for rights answers', async () => {
    expect(await ask('careful', teacher)).toBe('好');
    expect(await ask('lists', teacher)).toEqual([
      { field: 'classId', in: [CLASSES.seven3] },
      { field: 'classId', in: [CLASSES.seven3] },
    ]);
  });

  test('that forgets to ask fails instead of leaking', async () => {
    expect(await codeOf(ask('forgetful', teacher))).toBe('unexpected');
    expect(console.error).toHaveBeenCalledTimes(1);
  });

  test('that only asks what buttons to offer has not asked', async () => {
    expect(await codeOf(ask('asksForAnother', teacher))).toBe('unexpected');
  });

  test('refuses strangers and roles without the row before it reads their input', async () => {
    expect(await codeOf(ask('careful', 'oNobody-stranger'))).toBe('notMember');
    expect(await codeOf(ask('careful', ''))).toBe('signInNeeded');
    expect(await codeOf(ask('careful', CAST.guardian.openid))).toBe('notFound');
    expect(inputsRead).toBe(0);
    await ask('careful', teacher);
    expect(inputsRead).toBe(1);
  });
});
