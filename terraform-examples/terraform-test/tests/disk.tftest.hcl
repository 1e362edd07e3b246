run "a_plan_touches_nothing" {
  command = plan

  assert {
    condition     = huaweicloud_evs_volume.data.size == 10
    error_message = "The usual size is 10 GiB."
  }
}

run "a_disk_is_made" {
  command = apply

  assert {
    condition     = output.status == "available"
    error_message = "The disk must be available."
  }
}

run "it_grows_in_place" {
  command = apply

  variables {
    size = 20
  }

  assert {
    condition     = huaweicloud_evs_volume.data.id == run.a_disk_is_made.id
    error_message = "Extending must not replace the disk."
  }
}

run "a_disk_of_two_tebibytes_is_refused" {
  command = plan

  variables {
    size = 2048
  }

  expect_failures = [var.size]
}

run "a_disk_without_a_name_is_reported" {
  command = plan

  variables {
    name = ""
  }

  expect_failures = [check.named]
}
