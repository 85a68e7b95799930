export default definePageConfig({ navigationBarTitleText: '老师和身份' });
