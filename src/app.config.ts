export default defineAppConfig({
  pages: ['pages/today/index', 'pages/students/index', 'pages/meetings/index', 'pages/me/index'],
  window: {
    navigationBarTitleText: '学情会商',
    navigationBarBackgroundColor: '@paper',
    navigationBarTextStyle: '@barText' as 'black',
    backgroundColor: '@paper',
    backgroundTextStyle: '@pullText' as 'dark',
  },
  tabBar: {
    color: '@ink2',
    selectedColor: '@pine',
    backgroundColor: '@card',
    borderStyle: '@tabBorder' as 'white',
    list: [
      { pagePath: 'pages/today/index', text: '今天' },
      { pagePath: 'pages/students/index', text: '学生' },
      { pagePath: 'pages/meetings/index', text: '会商' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
});
