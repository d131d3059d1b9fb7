#pragma once

#include "core/catalogue/catalogue.h"

#include <QtCore/QSet>
#include <QtWidgets/QListWidget>

namespace keyway {

/// What the grid shows of services.
struct ServiceFilter {
    enum class Kind { All, Text, Image, Video, Local };
    Kind kind = Kind::All;
    QString words; ///< in names of services and models
};

/// The services that can be added, as cards in columns. One tab stop, arrows move, Enter and a
/// double click choose.
class ServiceGrid : public QListWidget {
    Q_OBJECT
public:
    explicit ServiceGrid(QWidget *parent = nullptr);

    /// `added`: services that have an integration; `found`: local ones that answer.
    void setServices(const QList<Service> &services, const QSet<QString> &added);
    void setFound(const QString &service);
    void setFilter(const ServiceFilter &filter);
    /// Empty where nothing fits.
    QString current() const;
    void choose(const QString &service);
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &service);
    void currentServiceChanged(const QString &service);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fill();
    void layOut();

    QList<Service> m_services;
    QSet<QString> m_added;
    QSet<QString> m_found;
    ServiceFilter m_filter;
};

/// "Text · Image · Local", in the words of the picker.
QString kindsOf(const Service &service);

} // namespace keyway
