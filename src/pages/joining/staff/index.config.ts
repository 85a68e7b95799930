export default definePageConfig({ navigationBarTitleText: '老师加入学校' });
