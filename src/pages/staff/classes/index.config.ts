export default definePageConfig({ navigationBarTitleText: '学校和班级' });
