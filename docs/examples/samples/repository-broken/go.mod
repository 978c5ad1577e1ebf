module example.org/viewer

go 1.25
