import { CLASS_CONFERENCE } from '../../../domain/regulation/presets/class-conference';
import { PRESETS } from '../../../domain/regulation/presets/presets';
import { sayAttendee, sayRule } from '../../../domain/regulation/say-rule';

const kinds = PRESETS.flatMap(({ meetingKinds }) => meetingKinds);

test('every rule of every source is said in a sentence', () => {
  for (const { before, during, after } of kinds) {
    for (const rule of [...before, ...during, ...after]) {
      expect(sayRule(rule)).toMatch(/^[\u4e00-\u9fff].{3,}/);
    }
  }
});

test('S0-9: the share of the students is said with who must come', () => {
  const detailed = CLASS_CONFERENCE.meetingKinds.find(({ id }) => id === 'detailedConference');
  const said = detailed?.attendees.map(sayAttendee);
  expect(said).toContain('学生代表不低于 60%');
  expect(said).toContain('校领导必须到会');
});
