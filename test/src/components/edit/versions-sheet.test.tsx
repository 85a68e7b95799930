import { fireEvent, render, screen } from '@testing-library/react';
import type { Conflict } from '../../../../src/components/edit/use-edit';
import { VersionsSheet } from '../../../../src/components/edit/versions-sheet';

const CONFLICT: Conflict = {
  differences: [
    { part: 'study', mine: '进步大', theirs: '作业按时', proposed: null },
    { part: 'interests', mine: '画画', theirs: '', proposed: 'mine' },
  ],
  standing: { rev: 4, parts: {}, byName: '王老师' },
};

function open() {
  const onResolve = jest.fn();
  const labelOf = (part: string) => (part === 'study' ? '学习情况' : '兴趣爱好');
  render(
    <VersionsSheet
      conflict={CONFLICT}
      labelOf={labelOf}
      onResolve={onResolve}
      onClose={jest.fn()}
    />,
  );
  return onResolve;
}

describe('two versions side by side', () => {
  it('says whose words are whose, and that empty is empty', () => {
    open();
    expect(screen.getByLabelText('我写的：进步大')).toBeTruthy();
    expect(screen.getByLabelText('王老师写的：空白')).toBeTruthy();
  });

  it('cannot be stored before every part is decided', () => {
    const onResolve = open();
    fireEvent.click(screen.getByText('还有 1 处没有选'));
    expect(onResolve).not.toHaveBeenCalled();
  });

  it('stores what was chosen, and what was proposed where nobody chose', () => {
    const onResolve = open();
    fireEvent.click(screen.getByLabelText('王老师写的：作业按时'));
    fireEvent.click(screen.getByText('就这样保存'));
    expect(onResolve).toHaveBeenCalledWith({ study: '作业按时', interests: '画画' }, 'save');
  });
});
