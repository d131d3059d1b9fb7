#pragma once

#include "core/catalogue/connectionpolicy.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace keyway {

class Disclosure;
class TextLabel;

/// How an integration reaches its service: a proxy, and a file with certificate authorities. Folded
/// while there is nothing of the kind.
class ConnectionFields : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionFields(const ConnectionPolicy &policy, QWidget *parent = nullptr);

    /// What is entered; where that is no proxy, the one of before.
    ConnectionPolicy policy() const;
    bool isValid() const;

    Disclosure *disclosure() const { return m_disclosure; }
    QComboBox *way() const { return m_way; }
    QLineEdit *address() const { return m_address; }
    QLineEdit *caFile() const { return m_caFile; }
    QPushButton *browseButton() const { return m_browse; }
    QString problem() const;

Q_SIGNALS:
    void changed();

private:
    QWidget *makeContent();
    Result<ConnectionPolicy> read() const;
    void browse();
    void adapt();

    const ConnectionPolicy m_before;
    Disclosure *m_disclosure;
    QComboBox *m_way = nullptr;
    QLineEdit *m_address = nullptr;
    TextLabel *m_problem = nullptr;
    QLineEdit *m_caFile = nullptr;
    QPushButton *m_browse = nullptr;
};

} // namespace keyway
