export default definePageConfig({ navigationBarTitleText: '保存期限' });
