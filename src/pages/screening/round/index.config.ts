export default definePageConfig({ navigationBarTitleText: '排查进度' });
