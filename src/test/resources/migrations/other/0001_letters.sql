create table letters (letter text primary key);
