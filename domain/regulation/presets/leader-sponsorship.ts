import { duty, type Preset } from './preset';

/** 领导包靠: what a sponsoring leader owes; clauses S4-303 to S4-310. */
export const LEADER_SPONSORSHIP: Preset = {
  id: 'leaderSponsorship',
  label: '领导包靠制度',
  about: '包靠领导每周与学生交谈，每学期给所包的班开一次专题班会，期末总结存档。',
  part: 'supplement',
  duties: [
    duty({
      id: 'sponsorTalk',
      title: '与包靠学生交谈',
      who: 'leader',
      forWhom: 'student',
      cadence: { kind: 'weekly' },
      settledBy: 'talk',
      isPersonal: true,
      clause: 'S4-304',
    }),
    duty({
      id: 'sponsoredClassMeeting',
      title: '给所包的班开专题班会',
      who: 'leader',
      forWhom: 'class',
      cadence: { kind: 'termly' },
      settledBy: 'sponsoredClassMeeting',
      clause: 'S4-307',
      warnDays: 14,
    }),
    duty({
      id: 'sponsorTermSummary',
      title: '包靠工作期末经验材料',
      who: 'leader',
      forWhom: 'self',
      cadence: { kind: 'termPoints', points: ['end'], spanWeeks: 3 },
      settledBy: 'sponsorSummary',
      isPersonal: true,
      clause: 'S4-310',
      warnDays: 7,
    }),
  ],
  meetingKinds: [],
};
