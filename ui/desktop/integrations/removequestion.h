#pragma once

#include "core/engine/overview.h"
#include "core/secrets/secretstore.h"
#include "ui/desktop/questiondialog.h"

namespace keyway {

/// "Remove OpenAI (GPT-4)?" with what goes and what stays. answered(): `cancel`, `disable`,
/// `remove`.
class RemoveQuestion : public QuestionDialog {
    Q_OBJECT
public:
    RemoveQuestion(const engine::IntegrationSummary &summary, const KeychainStatus &keychain,
                   const QUrl &keyPage, QWidget *parent);
    /// The page where the key can be revoked is wanted afterwards.
    bool wantsKeyPage() const;

private:
    QCheckBox *m_openPage = nullptr;
};

} // namespace keyway
