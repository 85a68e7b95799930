export default definePageConfig({ navigationBarTitleText: '邀请教职工' });
