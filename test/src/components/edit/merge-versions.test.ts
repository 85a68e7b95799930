import { differencesOf, isSameText } from '../../../../src/components/edit/merge-versions';

const BASE = { strengths: '热心', study: '认真' };

describe('two people edit from the same beginning', () => {
  it('finds nothing to decide where both wrote the same', () => {
    const both = { ...BASE, study: '进步大' };
    expect(differencesOf(BASE, both, both)).toEqual([]);
  });

  it('proposes the words of whoever changed the part alone', () => {
    const mine = { ...BASE, strengths: '热心助人' };
    const theirs = { ...BASE, study: '进步大' };
    expect(differencesOf(BASE, mine, theirs)).toEqual([
      { part: 'strengths', mine: '热心助人', theirs: '热心', proposed: 'mine' },
      { part: 'study', mine: '认真', theirs: '进步大', proposed: 'theirs' },
    ]);
  });

  it('proposes nothing where both changed the part: the person chooses', () => {
    const mine = { ...BASE, study: '很认真' };
    const theirs = { ...BASE, study: '进步大' };
    expect(differencesOf(BASE, mine, theirs)).toEqual([
      { part: 'study', mine: '很认真', theirs: '进步大', proposed: null },
    ]);
  });

  it('takes a part that one side does not know as empty', () => {
    expect(differencesOf({}, { talent: 's1' }, {})).toEqual([
      { part: 'talent', mine: 's1', theirs: '', proposed: 'mine' },
    ]);
    expect(isSameText({ talent: '' }, {})).toBe(true);
  });
});

test('a picture is the same before and after the cloud has it', () => {
  const waiting = { photos: 'cloud://waiting/home-visits/v/a.jpg' };
  const stored = { photos: 'cloud://env.bucket/home-visits/v/a.jpg' };
  expect(isSameText(waiting, stored)).toBe(true);
  expect(differencesOf({ photos: '' }, waiting, stored)).toEqual([]);
});
