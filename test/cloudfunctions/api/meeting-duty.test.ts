import { PRESETS, startFrom } from '../../../domain/regulation/presets/presets';
import type { School } from '../../../domain/school/school.schema';
import { CAST, SCHOOL_ID } from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud({ now: new Date('2027-02-01T09:00:00+08:00') });
});
afterAll(() => world.stop());

interface Duties {
  duties: { id: string; label: string; dueOn: string; of: number }[];
  resolutions: { what: string }[];
}

const dutiesOf = (who: { openid: string }) => world.call<Duties>(who, 'meetingDuty.list');

describe('S4-299 the holidays after a term', () => {
  test('a mentor is asked for the families’ forms while the winter holiday lasts', async () => {
    const school = world.stored<School>('schools').find(({ _id }) => _id === SCHOOL_ID) as School;
    const [term] = school.terms.slice(-1);
    const spring = {
      ...{ id: '2026-2', schoolYear: 2026, half: 2 },
      ...{ startsOn: '2027-02-24', endsOn: '2027-07-10', weekOneOn: '2027-02-24' },
    };
    const sanxing = PRESETS.filter(({ id }) => id === 'sanxing');
    await world.patch('schools', SCHOOL_ID, {
      terms: [...school.terms, spring],
      regulationHistory: [startFrom(sanxing, { version: 1, effectiveOn: '2026-09-01' })],
    });
    const { duties } = await dutiesOf(CAST.mentor);
    // Of the term itself, which is over, nothing is asked any more.
    expect(duties).toMatchObject([
      { id: `guardianInteraction~${term?.id}-vacation`, label: '寒假', dueOn: '2027-02-23', of: 6 },
    ]);
  });
});
