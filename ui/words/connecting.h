#pragma once

#include "core/catalogue/service.h"

#include <QtCore/QLocale>
#include <QtCore/QStringList>

namespace keyway::words {

// What a service calls the things that connect it, and the way to a key there.

/// The way to a key, a sentence for each step. The names of buttons on a service's own pages stay
/// in its words.
QStringList keySteps(const Service &service);
/// What is worth knowing of its keys beforehand; mostly empty.
QString keyNote(const Service &service);
/// "Its keys start with gsk_ and have 56 characters."; empty where they have no shape that is
/// known.
QString keyShape(const Service &service);

/// "Base URL", or "Endpoint" at Azure.
QString addressLabel(const Service &service);
/// Such as it is entered: "https://api.example.org/v1".
QString addressExample(const Service &service);
/// Where an address is found that the user has to give; empty for services that have one.
QString addressNote(const Service &service);

/// Whether a user asks for models by names of their own, as for Azure's deployments.
bool namesModelsByDeployment(const Service &service);
/// "Default model", or "Deployment" at Azure.
QString modelLabel(const Service &service);
/// A model in one line: "GPT-4.1: 1M tokens in $2.00, 1M tokens out $8.00"; empty for one that the
/// catalogue does not know.
QString modelLine(const Model *model, const QDate &utcDay, const QLocale &locale = {});

} // namespace keyway::words
