/**
 * The map of the app: every page and every subpackage.
 *
 * A bar's colour is a name of theme.json on the phone, and the same token as a CSS variable in the
 * browser. The type knows neither, hence the casts.
 */
const colour = (token: string): string =>
  process.env.TARO_ENV === 'h5' ? `var(--${token})` : `@${token.replace('-', '')}`;

const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: `assets/tab/${name}.png`,
  selectedIconPath: `assets/tab/${name}-chosen.png`,
});

export default defineAppConfig({
  pages: ['pages/today/index', 'pages/students/index', 'pages/meetings/index', 'pages/me/index'],
  subPackages: [
    { root: 'pages/student', pages: ['file/index'] },
    { root: 'pages/class-ledger', pages: ['index/index', 'head/index', 'entry/index'] },
    { root: 'pages/mentoring', pages: ['mentees/index', 'assign/index', 'handover/index'] },
    { root: 'pages/talk', pages: ['student/index', 'unseen/index'] },
    { root: 'pages/home-visit', pages: ['index/index', 'record/index', 'visit/index'] },
    {
      root: 'pages/interaction-form',
      pages: [
        ...['index/index', 'send/index', 'progress/index', 'classes/index', 'tally/index'],
        ...['answer/index', 'part/index', 'templates/index', 'edit/index', 'slip/index'],
      ],
    },
    {
      root: 'pages/attention',
      pages: ['index/index', 'case/index', 'open/index', 'pairs/index', 'sponsors/index'],
    },
    { root: 'pages/health-register', pages: ['index/index', 'student/index'] },
    { root: 'pages/screening', pages: ['index/index', 'round/index', 'sheet/index'] },
    {
      root: 'pages/consultation',
      pages: [
        'plan/index',
        'meeting/index',
        'run/index',
        'archive/index',
        'sign-offs/index',
        'resolutions/index',
        'report/index',
      ],
    },
    { root: 'pages/leader', pages: ['index/index'] },
    {
      root: 'pages/summary',
      pages: ['index/index', 'view/index', 'write/index', 'share/index', 'card/index'],
    },
    { root: 'pages/book', pages: ['index/index'] },
    { root: 'pages/term-plan', pages: ['index/index', 'edit/index'] },
    { root: 'pages/class-work', pages: ['index/index', 'record/index'] },
    { root: 'pages/outbox', pages: ['index/index'] },
    { root: 'pages/reminder', pages: ['inbox/index'] },
    { root: 'pages/heart-to-heart-card', pages: ['write/index', 'cards/index', 'codes/index'] },
    { root: 'pages/first-run', pages: ['index/index'] },
    { root: 'pages/staff', pages: ['index/index', 'member/index', 'classes/index'] },
    { root: 'pages/roster', pages: ['index/index', 'staff/index', 'import/index', 'export/index'] },
    {
      root: 'pages/joining',
      pages: [
        'staff/index',
        'guardian/index',
        'families/index',
        'invitations/index',
        'consents/index',
      ],
    },
    { root: 'pages/leaving', pages: ['departure/index', 'enrol/index', 'erasures/index'] },
    {
      root: 'pages/settings',
      pages: [
        ...['index/index', 'audits/index', 'retention/index', 'backup/index'],
        'regulation/index',
        'calendar/index',
        'ledger-categories/index',
        'mentoring/index',
        'attention-categories/index',
        'reminders/index',
      ],
    },
  ],
  window: {
    navigationBarTitleText: '学情会商',
    navigationBarBackgroundColor: colour('paper'),
    navigationBarTextStyle: '@barText' as 'black',
    backgroundColor: colour('paper'),
    backgroundTextStyle: '@pullText' as 'dark',
  },
  tabBar: {
    color: colour('ink-2'),
    selectedColor: colour('pine'),
    backgroundColor: colour('card'),
    borderStyle: '@tabBorder' as 'white',
    list: [
      tab('today', '今天'),
      tab('students', '学生'),
      tab('meetings', '会商'),
      tab('me', '我的'),
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
});
