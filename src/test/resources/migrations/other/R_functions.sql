create or replace function greeting() returns text language sql return 'Good evening';
