import { fireEvent, render, screen } from '@testing-library/react';
import { VoidSheet } from '../../../src/components/void-sheet';

function open() {
  const mutate = jest.fn();
  const onVoided = jest.fn();
  render(
    <VoidSheet
      of={{ visitId: 'visit', rev: 2 }}
      voiding={{ mutate, isPending: false, error: null }}
      notice="原因会留存。"
      usual={['记错了学生', '重复记录']}
      onVoided={onVoided}
      onClose={jest.fn()}
    />,
  );
  const writeIds = () => mutate.mock.calls.map(([{ writeId }]) => writeId);
  return { mutate, onVoided, writeIds };
}

describe('a record is voided', () => {
  it('by one tap on a usual reason', () => {
    const { mutate, onVoided } = open();
    fireEvent.click(screen.getByText('重复记录'));
    const [input, { onSuccess }] = mutate.mock.calls[0];
    expect(input).toMatchObject({ visitId: 'visit', rev: 2, reason: '重复记录' });
    onSuccess();
    expect(onVoided).toHaveBeenCalledTimes(1);
  });

  it('once, however often it is tapped after a lost answer', () => {
    const { writeIds } = open();
    fireEvent.click(screen.getByText('重复记录'));
    fireEvent.click(screen.getByText('重复记录'));
    expect(new Set(writeIds()).size).toBe(1);
    fireEvent.click(screen.getByText('记错了学生'));
    expect(new Set(writeIds()).size).toBe(2);
  });
});
