export default definePageConfig({ navigationBarTitleText: '个案育人计划' });
