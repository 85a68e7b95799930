import {
  missing,
  NEW_PLAN,
  type Plan,
  readPlan,
  withGrades,
  withProposal,
} from '../../../../src/pages/first-run/index/components/plan';

const proposal: NonNullable<Plan['proposal']> = {
  schoolYear: 2026,
  terms: [{ half: 1, startsOn: '2026-09-01', endsOn: '2027-01-29', weekOneOn: '2026-09-01' }],
  holidays: [],
  unpublishedYears: [2027],
  presets: [
    { id: 'added', label: '补充', about: '', part: 'supplement' },
    { id: 'whole', label: '主要', about: '', part: 'whole' },
  ],
};

describe('a school as it is thought of', () => {
  it('takes what the cloud proposes where nothing was chosen yet', () => {
    const plan = withProposal(NEW_PLAN, proposal);
    expect(plan.presetIds).toEqual(['whole']);
    expect(plan.terms).toEqual(proposal.terms);
    expect(withProposal({ ...plan, presetIds: ['mine'] }, proposal).presetIds).toEqual(['mine']);
  });

  it('has every grade of its stages, and keeps what was counted when a stage is added', () => {
    const junior = withGrades(NEW_PLAN);
    expect(junior.grades.map(({ grade }) => grade)).toEqual([7, 8, 9]);
    const counted = junior.grades.map((one) => (one.grade === 8 ? { ...one, classes: 11 } : one));
    const both = withGrades({ ...junior, grades: counted, stages: ['primary', 'junior'] });
    expect(both.grades).toHaveLength(9);
    expect(both.grades.find(({ grade }) => grade === 8)?.classes).toBe(11);
  });

  it('begins a second campus without classes', () => {
    const plan = withGrades({ ...NEW_PLAN, campuses: ['本部', '东校区'] });
    const second = plan.grades.filter(({ campus }) => campus === 1);
    expect(second.map(({ classes }) => classes)).toEqual([0, 0, 0]);
  });

  it('says what is missing before it goes on', () => {
    expect(missing(NEW_PLAN)).toBe('请填写开通码。');
    expect(missing({ ...NEW_PLAN, code: 'X' })).toBe('请填写您的姓名。');
    expect(missing({ ...NEW_PLAN, step: 1, name: '云溪中学', stages: [] })).toBe('请选择学段。');
    const none = withGrades(NEW_PLAN).grades.map((one) => ({ ...one, classes: 0 }));
    expect(missing({ ...NEW_PLAN, step: 3, grades: none })).toBe('至少要有一个班。');
  });

  it('takes no draft of another form', () => {
    expect(readPlan({ words: '' })).toBeNull();
    expect(readPlan(NEW_PLAN)).toEqual(NEW_PLAN);
  });
});
