export default definePageConfig({ navigationBarTitleText: '给学生安排导师' });
