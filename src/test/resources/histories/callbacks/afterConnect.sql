SET work_mem TO '5MB';
