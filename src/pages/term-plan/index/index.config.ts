export default definePageConfig({ navigationBarTitleText: '学期会商计划' });
