import { fireEvent, render, screen } from '@testing-library/react';
import type { Duty } from '../../../../domain/regulation/duty.schema';
import { CLASS_CONFERENCE } from '../../../../domain/regulation/presets/class-conference';
import type { Preset } from '../../../../domain/regulation/presets/preset';
import { SANXING } from '../../../../domain/regulation/presets/sanxing';
import { XIJIAO } from '../../../../domain/regulation/presets/xijiao';
import { DutySheet } from '../../../../src/pages/settings/regulation/components/duty-sheet';
import { PresetSheet } from '../../../../src/pages/settings/regulation/components/preset-sheet';

const ofPart = (label: string, classes: number) => ({
  ...{ label, school: 1, division: 1, class: classes, self: 1 },
  ...{ student: classes * 45, mentee: classes * 45, child: classes * 45 },
});

/** Opens the sheet of a preset's duty, taps, and gives what was made of the duty. */
function edit(preset: Preset, dutyId: string, ...taps: string[]): Duty {
  const duty = preset.duties.find(({ id }) => id === dutyId) as Duty;
  const onDone = jest.fn();
  render(
    <DutySheet
      duty={duty}
      counts={ofPart('全校', 22)}
      grades={[ofPart('七年级', 12), ofPart('八年级', 10)]}
      onDone={onDone}
      onClose={() => undefined}
    />,
  );
  for (const text of taps) fireEvent.click(screen.getByText(text));
  fireEvent.click(screen.getByText('好了'));
  return onDone.mock.calls[0]?.[0] as Duty;
}

describe('a duty as a school edits it', () => {
  it('S0-45 within how many days after the meeting it is owed', () => {
    const { cadence } = edit(CLASS_CONFERENCE, 'conferenceReport', '10 天');
    expect(cadence).toEqual({ kind: 'afterEvent', event: 'detailedConference', days: 10 });
  });

  it('S4-204 at which points of the term, and how many weeks each counts', () => {
    const { cadence } = edit(XIJIAO, 'plenary', '学期中', '2 周');
    expect(cadence).toEqual({ kind: 'termPoints', points: ['start', 'end'], spanWeeks: 2 });
  });

  it('S4-299 which holidays count', () => {
    expect(edit(SANXING, 'guardianInteraction', '3 天').cadence).toEqual({
      kind: 'inHolidays',
      minDays: 3,
    });
  });

  it('once a school year, who owes it, and from when it is near', () => {
    const duty = edit(XIJIAO, 'bulletin', '每学年', '3月', '政教处', '14 天前');
    expect(duty).toMatchObject({
      ...{ who: 'studentAffairsOffice', warnDays: 14 },
      cadence: { kind: 'yearly', month: 3 },
    });
  });

  it('says what it comes to in each grade', () => {
    edit(XIJIAO, 'weeklyConsultation', '启用');
    expect(screen.getByText(/七年级 12 个班，每周 12 次/)).toBeTruthy();
    expect(screen.getByText(/八年级 10 个班，每周 10 次/)).toBeTruthy();
  });
});

describe('another set of rules', () => {
  const open = (lost: string[]) => {
    const onChoose = jest.fn();
    render(
      <PresetSheet
        chosenIds={['xijiao']}
        lostWith={() => lost}
        onChoose={onChoose}
        onClose={() => undefined}
      />,
    );
    fireEvent.click(screen.getByText('就用这些'));
    return onChoose;
  };

  it('names the school’s own changes that would go, and asks before they do', () => {
    const onChoose = open(['学情会商大会']);
    expect(onChoose).not.toHaveBeenCalled();
    expect(screen.getByText('学情会商大会')).toBeTruthy();
    fireEvent.click(screen.getByText('去掉这 1 处，换制度'));
    expect(onChoose).toHaveBeenCalledWith(['xijiao']);
  });

  it('asks nothing where nothing would go', () => {
    expect(open([])).toHaveBeenCalledWith(['xijiao']);
  });
});
