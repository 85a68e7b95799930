import { render, screen } from '@testing-library/react';
import HandoverPage from '../../../../src/pages/mentoring/handover';

const mockStudent = { id: 's1', name: '苏予安', classId: 'c1', classLabel: '七年级(3)班' };
const mockFields = { strengths: '爱提问', interests: '画画', weaknesses: '写字慢' };
const mockTalk = {
  ...{ id: 't1', studentId: 's1', rev: 1, on: '2026-10-20', byName: '陈向南', voided: null },
  ...{ topics: [], said: '说到同桌', agreed: '每天读十分钟', nextOn: null, isNoChange: false },
};
const mockAnswer = (data: unknown) => ({ data, error: null, refetch: () => undefined });

jest.mock('../../../../src/pages/mentoring/mentoring.queries', () => ({
  useStudentLine: () =>
    mockAnswer({
      student: mockStudent,
      line: { fields: mockFields, contributions: [] },
      lastTerm: null,
      sealedFamily: { exists: false, askWhom: '' },
    }),
  useTalks: () => mockAnswer({ talks: [mockTalk] }),
  useMentorships: () =>
    mockAnswer([{ id: 'm1', mentorName: '王晓岚', from: '2026-09-01', until: null, reason: '' }]),
}));

jest.mock('../../../../src/components/screen', () => ({
  Screen: ({ children }: { children: unknown }) => children,
}));

test('a new mentor reads the strengths first, then what was agreed, and who was mentor last', () => {
  const { container } = render(<HandoverPage />);
  const text = container.textContent ?? '';
  const wanted = ['爱提问', '画画', '写字慢', '约好的', '最近的面谈', '历任导师'];
  expect(screen.getByText('爱提问')).toBeTruthy();
  expect(wanted.map((words) => text.indexOf(words))).not.toContain(-1);
  const places = wanted.map((words) => text.indexOf(words));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
