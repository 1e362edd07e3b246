/**
 * Cloud Backup and Recovery: vaults, which hold backups of disks. The backups themselves are EVS's;
 * a restore point is what its backups say, and gone with the last of them. Facts: the service's API
 * reference, and what its Terraform provider reads.
 */
package io.ecsim.cbr;
