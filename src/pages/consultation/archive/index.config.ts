export default definePageConfig({ navigationBarTitleText: '会商档案' });
