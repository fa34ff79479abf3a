insert into letters values ('${a}');
