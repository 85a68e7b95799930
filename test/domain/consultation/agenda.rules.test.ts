import { talliedFromOf, talliesOf } from '../../../domain/consultation/agenda.rules';

const form = (id: string, more: object = {}) => ({
  _id: id,
  title: '作业和睡眠',
  respondent: 'guardian' as const,
  target: 'class',
  divisionId: null,
  classIds: ['c3'],
  questions: [
    {
      key: 'homework',
      label: '作业量',
      options: [
        { key: 'right', label: '刚好' },
        { key: 'much', label: '偏多' },
      ],
    },
    { key: 'wish', label: '想说的', options: [] },
  ],
  ...more,
});
const progress = (campaignId: string, classId: string, right: number, much: number) => ({
  ...{ campaignId, classId, divisionId: 'g7', answered: right + much },
  counts: { homework: { right, much } },
});
const of = (linkedIds: string[] = []) => ({ level: { classId: 'c3' }, linkedIds });

describe('forms that a meeting speaks of (S0-41)', () => {
  test('are said in figures, the most chosen answer first; free answers stay where they are', () => {
    const [tally] = talliesOf([form('a')], [progress('a', 'c3', 9, 21)], of());
    expect(tally).toMatchObject({ answered: 30, lines: ['作业量：偏多 21、刚好 9'] });
  });

  test('are those that went to the class, to its division as a list of classes, or to everybody', () => {
    const forms = [
      form('own'),
      form('other', { classIds: ['c4'] }),
      form('all', { target: 'school', classIds: [] }),
    ];
    expect(talliesOf(forms, [], of()).map(({ campaignId }) => campaignId)).toEqual(['own', 'all']);
  });

  test('chosen ones come first', () => {
    const forms = [form('a'), form('b')];
    expect(talliesOf(forms, [], of(['b'])).map(({ campaignId }) => campaignId)).toEqual(['b', 'a']);
  });

  test('are tallied from whom there are answers, and only when chosen', () => {
    const forms = [form('a'), form('b', { respondent: 'student' })];
    const counts = [progress('a', 'c3', 1, 0)];
    expect(talliedFromOf(talliesOf(forms, counts, of(['a', 'b'])))).toEqual(['guardian']);
    expect(talliedFromOf(talliesOf(forms, counts, of()))).toEqual([]);
  });
});
