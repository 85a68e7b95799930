import { fireEvent, render, screen } from '@testing-library/react';
import { EntryField } from '../../../../src/pages/class-ledger/entry/components/entry-field';

function open(initial = '', lastTerm = '') {
  const onInput = jest.fn();
  render(<EntryField name="study" initial={initial} lastTerm={lastTerm} onInput={onInput} />);
  return { onInput, field: () => screen.getByLabelText<HTMLTextAreaElement>('学习情况') };
}

describe('a part of a student’s line', () => {
  it('hints at what could be written instead of a word that labels, and lets it stand', () => {
    const { onInput, field } = open();
    fireEvent.change(field(), { target: { value: '他很懒' } });
    expect(screen.getByText(/“很懒”：可以写/)).toBeTruthy();
    expect(onInput).toHaveBeenCalledWith('他很懒');
    fireEvent.change(field(), { target: { value: '本周三次未交作业' } });
    expect(screen.queryByText(/“很懒”/)).toBeNull();
  });

  it('takes last term’s words by one tap', () => {
    const { onInput, field } = open('', '听课专注');
    fireEvent.click(screen.getByLabelText('学习情况：用上学期的'));
    expect(field().value).toBe('听课专注');
    expect(onInput).toHaveBeenCalledWith('听课专注');
    expect(screen.queryByText('用上学期的')).toBeNull();
  });

  it('does not offer them where something is written', () => {
    open('认真', '听课专注');
    expect(screen.queryByText('用上学期的')).toBeNull();
  });

  it('says how much room is left only near the end of it', () => {
    const { field } = open();
    fireEvent.change(field(), { target: { value: '好'.repeat(200) } });
    expect(screen.queryByText(/还可以写/)).toBeNull();
    fireEvent.change(field(), { target: { value: '好'.repeat(290) } });
    expect(screen.getByText('还可以写 10 字')).toBeTruthy();
  });
});
