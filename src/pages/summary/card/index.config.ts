export default definePageConfig({ navigationBarTitleText: '学情会商' });
